package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.shape.Blob;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAndResponseTest {
    private final FakeTransport transport = new FakeTransport();

    private HttpRequest written(Consumer<RequestWriter> writing) {
        try (CallPipeline pipeline =
                TestClient.with(transport).idempotencyTokens(() -> "token").build()) {
            pipeline.call(TestOperation.writing((input, out) -> writing.accept(out)), "", null);
        }
        return transport.last();
    }

    private Object read(Function<ResponseReader, Object> reading) {
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            return pipeline.call(TestOperation.reading(reading), "", null);
        }
    }

    private static String body(HttpRequest request) {
        return new String(request.body().toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void labelsAndQueriesAreEncoded() {
        HttpRequest request = written(out -> out.path("/a/")
                .label("l", "x/y z~*")
                .path("/")
                .greedyLabel("g", "p/q r")
                .query("k=", "v&+")
                .query("none", null)
                .query("empty", ""));
        assertThat(request.path()).isEqualTo("/a/x%2Fy%20z~%2A/p/q%20r");
        assertThat(request.query()).isEqualTo("k%3D=v%26%2B&empty=");
    }

    @Test
    void queryMapsNeverOverrideWhatIsThere() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("a b", "no");
        values.put("n", null);
        values.put("c", "3");
        HttpRequest request = written(out -> out.path("/")
                .query("a b", "1")
                .queryMap(values)
                .queryListMap(Map.of("c", List.of("no"), "d", List.of("4", "5"))));
        assertThat(request.query()).isEqualTo("a%20b=1&c=3&d=4&d=5");
    }

    @Test
    void hostLabelsGoBeforeTheHost() {
        assertThat(written(out -> out.path("/")
                                .hostPrefix("data-")
                                .hostLabel("h", "x1")
                                .hostPrefix("."))
                        .authority())
                .isEqualTo("data-x1.bedrock-agentcore.us-east-1.amazonaws.com");
        assertThatThrownBy(() -> written(out -> out.hostLabel("h", "evil.com/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'h'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000b"})
    void aHeaderCannotBeSplit(String value) {
        assertThatThrownBy(() -> written(out -> out.header("X-A", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-A");
        assertThatThrownBy(() -> written(out -> out.prefixHeaders("X-", Map.of(value, "1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void bodiesHaveTheirContentType() {
        HttpRequest json = written(out -> {
            out.path("/").json().startObject();
            out.json().property("t", out.idempotencyToken());
            out.json().endObject();
        });
        assertThat(body(json)).isEqualTo("{\"t\":\"token\"}");
        assertThat(json.headers().joined("Content-Type")).isEqualTo("application/json");
        HttpRequest text =
                written(out -> out.path("/").header("Content-Type", "text/x").body("text/plain", "ü"));
        assertThat(body(text)).isEqualTo("ü");
        assertThat(text.headers().joined("Content-Type")).isEqualTo("text/x");
        HttpRequest blob = written(out -> out.path("/").body("image/png", Blob.utf8("b")));
        assertThat(body(blob)).isEqualTo("b");
        assertThat(blob.headers().joined("content-type")).isEqualTo("image/png");
    }

    @Test
    void aLongJsonBodyIsWhole() {
        String value = "x".repeat(100_000);
        HttpRequest request = written(out -> out.path("/").json().value(value));
        assertThat(body(request)).isEqualTo('"' + value + '"');
    }

    @Test
    void headersAreRead() {
        transport
                .headers
                .add("X-List", "a, \"b,c\", \"d\\\"e\" ,f")
                .add("x-list", "g")
                .add("X-Meta-One", "1");
        transport.headers.add("X-Dates", "Mon, 16 Dec 2019 23:48:18 GMT, Tue, 17 Dec 2019 23:48:18 GMT");
        assertThat(read(in -> in.headerList("X-LIST"))).isEqualTo(Arrays.asList("a", "b,c", "d\"e", "f", "g"));
        assertThat(read(in -> in.header("x-meta-one"))).isEqualTo("1");
        assertThat(read(in -> in.headerList("none"))).isEqualTo(List.of());
        assertThat(read(in -> in.prefixHeaders("x-meta-"))).isEqualTo(Map.of("One", "1"));
        assertThat(read(in -> in.headerDates("x-dates")))
                .isEqualTo(List.of("Mon, 16 Dec 2019 23:48:18 GMT", "Tue, 17 Dec 2019 23:48:18 GMT"));
    }

    @Test
    void payloadsAreRead() {
        transport.body = "päy";
        assertThat(read(in -> in.text())).isEqualTo("päy");
        assertThat(read(in -> in.blob())).isEqualTo(Blob.utf8("päy"));
        transport.body = "";
        assertThat(read(in -> in.blob())).isNull();
        assertThat(read(in -> in.text())).isNull();
    }

    @Test
    void theVersionInTheUserAgentIsTheProjects() {
        assertThat(UserAgent.VERSION).isEqualTo(System.getProperty("project.version"));
    }
}
