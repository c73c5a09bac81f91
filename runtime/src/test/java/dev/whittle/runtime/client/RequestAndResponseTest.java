package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.RequestNotSentException;
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
                .queryMap("m", values)
                .queryListMap("l", Map.of("c", List.of("no"), "d", List.of("4", "5"))));
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
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("'h'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-Evil: 1",
                "a\nb",
                "a\u0000b",
                "a\u0001b",
                "a\u007fb",
                "a\u0085b",
                "a\ud83d",
                "\ude00a",
                "\ud83da"
            })
    void aHeaderCannotBeSplit(String value) {
        assertThatThrownBy(() -> written(out -> out.header("X-A", value)))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("X-A")
                .hasMessageNotContaining(value);
        assertThatThrownBy(() -> written(out -> out.header("X-A", "m", value)))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("member 'm' (header X-A) holds ")
                .hasMessageNotContaining(value);
        assertThatThrownBy(() -> written(out -> out.prefixHeaders("X-", "m", Map.of(value, "1"))))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("member 'm'")
                .hasMessageNotContaining(value);
        assertThatThrownBy(() -> written(out -> out.prefixHeaders("X-", "m", Map.of("a", value))))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("member 'm'")
                .hasMessageNotContaining(value);
        assertThat(transport.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\tb", "café", "日本", "😀", "\u00a0", "~!"})
    void aHeaderHoldsAnyText(String value) {
        HttpRequest request =
                written(out -> out.header("X-A", "m", value).prefixHeaders("X-", "p", Map.of("b", value)));
        assertThat(request.headers().first("X-A")).isEqualTo(value);
        assertThat(request.headers().first("X-b")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void aLabelIsNoDotSegment(String dots) {
        assertThatThrownBy(() -> written(out -> out.path("/things/").label("thing", dots)))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage(
                        "GetBrowserSession: member 'thing' (a label of the path) would be a dot segment ('.' or '..'),"
                                + " which would change the path");
        for (String greedy : List.of(dots, "a/" + dots, dots + "/a", "a/" + dots + "/b", "/" + dots, dots + "/")) {
            assertThatThrownBy(() -> written(out -> out.path("/things/").greedyLabel("thing", greedy)))
                    .as(greedy)
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining("member 'thing'");
        }
        assertThat(transport.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", ".a", "a.", "a..b", "%2e%2e", "..%2f", "..\\", ". ."})
    void aLabelMayHaveDots(String value) {
        assertThat(written(out -> out.path("/").label("l", value)).path()).doesNotContain("/../");
        assertThat(written(out -> out.path("/").greedyLabel("l", "a/" + value)).path())
                .startsWith("/a/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//"})
    void aGreedyLabelHasMoreThanSlashes(String slashes) {
        assertThatThrownBy(() -> written(out -> out.path("/things/").greedyLabel("thing", slashes)))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("member 'thing'");
        assertThat(written(out -> out.path("/things/").greedyLabel("thing", "a//b/"))
                        .path())
                .isEqualTo("/things/a//b/");
    }

    @Test
    void aServiceWhosePathsAreSignedAsSentTakesAnyLabel() {
        TestClient client = TestClient.with(transport)
                .endpoints(in ->
                        Endpoint.of("https://bucket.example.com").withSigning(EndpointSigning.sigV4(null, null, true)));
        try (CallPipeline pipeline = client.build()) {
            pipeline.call(
                    TestOperation.writing((input, out) ->
                            out.path("/").label("l", "..").path("/").greedyLabel("g", "a/./b//")),
                    "",
                    null);
        }
        assertThat(transport.last().path()).isEqualTo("/../a/./b//");
    }

    @Test
    void aLabelInTheEndpointIsNotInThePathButNeedsAValue() {
        assertThat(written(out -> out.labelInEndpoint("l", "a/b")).path()).isEqualTo("/");
        assertThat(written(out -> out.labelInEndpoint("l", "a").path("/").label("k", "b c"))
                        .path())
                .isEqualTo("/b%20c");
        for (String none : Arrays.asList(null, "")) {
            assertThatThrownBy(() -> written(
                            out -> out.labelInEndpoint("l", none).path("/").label("k", "b")))
                    .isInstanceOf(MissingMemberException.class)
                    .hasMessageContaining("'l'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void aLabelInTheEndpointIsNoDotSegmentHoweverPathsAreSigned(String dots) {
        for (boolean pathAsSent : List.of(true, false)) {
            TestClient client = TestClient.with(transport)
                    .endpoints(in -> Endpoint.of("https://example.com/" + dots)
                            .withSigning(EndpointSigning.sigV4(null, null, pathAsSent)));
            try (CallPipeline pipeline = client.build()) {
                assertThatThrownBy(() -> pipeline.call(
                                TestOperation.writing((input, out) -> out.labelInEndpoint("l", input)), dots, null))
                        .isInstanceOf(RequestNotSentException.class)
                        .hasMessageContaining("member 'l'");
            }
        }
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void anEndpointWithAPathNeedsNoSlashBehindIt() {
        TestClient client = TestClient.with(transport).endpoints(in -> Endpoint.of("https://example.com/bucket"));
        try (CallPipeline pipeline = client.build()) {
            pipeline.call(TestOperation.writing((input, out) -> out.labelInEndpoint("l", "bucket")), "", null);
            assertThat(transport.last().path()).isEqualTo("/bucket");
            pipeline.call(TestOperation.writing((input, out) -> out.path("/")), "", null);
            assertThat(transport.last().path()).isEqualTo("/bucket/");
        }
    }

    @Test
    void bodiesHaveTheirContentType() {
        HttpRequest json = written(out -> {
            out.path("/").json("application/json").startObject();
            out.json("application/json").property("t", out.idempotencyToken());
            out.json("application/json").endObject();
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
    void theContentTypeOfJsonIsThatOfTheWireFormat() {
        HttpRequest target = written(out -> {
            out.path("/").header("X-Amz-Target", "Tiny_20260131.Ping");
            out.json("application/x-amz-json-1.0").startObject();
            out.json("application/x-amz-json-1.0").endObject();
        });
        assertThat(body(target)).isEqualTo("{}");
        assertThat(target.headers().joined("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(target.headers().joined("X-Amz-Target")).isEqualTo("Tiny_20260131.Ping");
        HttpRequest own = written(out -> {
            out.json("application/json").value("a");
            out.path("/").header("content-type", "application/vnd.tiny+json");
        });
        assertThat(own.headers().joined("Content-Type")).isEqualTo("application/vnd.tiny+json");
    }

    @Test
    void bodiesAreXmlOrForms() {
        HttpRequest xml = written(out -> {
            out.path("/").xml("application/xml").start("Tag");
            out.xml("application/xml").element("Key", "ü");
            out.xml("application/xml").end("Tag");
        });
        assertThat(body(xml)).isEqualTo("<Tag><Key>ü</Key></Tag>");
        assertThat(xml.headers().joined("Content-Type")).isEqualTo("application/xml");
        HttpRequest form = written(out -> {
            out.path("/").form("application/x-www-form-urlencoded").parameter("Action", "Ping");
            out.form("application/x-www-form-urlencoded").property("Name", "ü");
        });
        assertThat(body(form)).isEqualTo("Action=Ping&Name=%C3%BC");
        assertThat(form.headers().joined("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void saysWhichMemberXmlAndFormsCannotHold() {
        assertThatThrownBy(() ->
                        written(out -> out.path("/").xml("application/xml").element("Key", "\u0001")))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("GetBrowserSession: member 'Key': a text holds a character that XML does not have");
        assertThatThrownBy(() -> written(out -> out.path("/").form("text/plain").property("Name", "\uD800")))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("GetBrowserSession: member 'Name': a text holds half of a surrogate pair, which is not a"
                        + " character");
    }

    @Test
    void anXmlBodyIsRead() {
        transport.body = "<r><a>5</a></r>";
        assertThat(read(in -> in.xml().enter("a") ? in.xml().integer() : null)).isEqualTo(5);
    }

    @Test
    void aLongJsonBodyIsWhole() {
        String value = "x".repeat(100_000);
        HttpRequest request =
                written(out -> out.path("/").json("application/json").value(value));
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
