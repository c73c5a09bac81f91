import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import com.sun.net.httpserver.HttpServer;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.shape.Blob;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void aGetMayHaveABody() {
        wire.answer(200, "{\"count\":3}");
        assertThat(client.search(r -> r.text("x").page(2)).count()).isEqualTo(3);
        assertThat(wire.line()).isEqualTo("GET /search?page=2");
        assertThat(wire.header("Content-Type")).isEqualTo("application/json");
        assertThat(wire.body()).isEqualTo("{\"text\":\"x\"}");
    }

    public void theServerGetsTheBodyOfAGet() throws Exception {
        withServer((client, seen) -> {
            client.search(r -> r.text("x"));
            assertThat(seen).containsExactly("GET /search 12 {\"text\":\"x\"}");
        });
    }

    public void theLengthMayBeAMember() throws Exception {
        withServer((client, seen) -> {
            UploadResponse response = client.upload(r -> r.length(5L).content(Blob.utf8("hello")));
            assertThat(seen).containsExactly("PUT /upload 5 hello");
            assertThat(response.length()).isEqualTo(2);
            assertThat(response.content().asUtf8()).isEqualTo("{}");
        });
    }

    public void aLengthThatIsWrongIsNotSent() throws Exception {
        withServer((client, seen) -> {
            assertThatThrownBy(() -> client.upload(r -> r.length(4L).content(Blob.utf8("hello"))))
                    .isInstanceOf(CallException.class)
                    .hasMessageContaining("Content-Length");
            assertThat(seen).isEmpty();
        });
    }

    public void theHostIsThatOfTheEndpoint() throws Exception {
        withServer((client, seen) -> {
            assertThatThrownBy(() -> client.upload(r -> r.host("other.example").content(Blob.utf8("x"))))
                    .isInstanceOf(CallException.class)
                    .hasMessageContaining("Host");
            assertThat(seen).isEmpty();
        });
    }

    public void aPrefixWithoutLettersMeansAllHeaders() {
        wire.answer(200, "", "X-One", "1", "x-owner", "me");
        TagResponse response = client.tag(r -> r.tags(Map.of("X-One", "1", "y", "2")).owner("me"));
        assertThat(wire.header("x-one")).isEqualTo("1");
        assertThat(wire.header("Y")).isEqualTo("2");
        assertThat(wire.header("X-Owner")).isEqualTo("me");
        assertThat(response.tags()).containsEntry("X-One", "1");
        assertThat(response.owner()).isEqualTo("me");
    }

    public void aResponseWithoutContentHasTheMembersFromHeaders() {
        wire.answer(204, "", "X-Marker", "m");
        RemoveResponse response = client.remove(r -> {});
        assertThat(response.marker()).isEqualTo("m");
        assertThat(response.count()).isZero();
        assertThat(response.names()).isEmpty();
        assertThat(response.note()).isNull();
    }

    public void membersOfAnErrorMayHaveTheNamesOfItsDetails() {
        wire.answer(409, "{\"code\":7,\"message\":\"m\",\"requestId\":\"of the body\",\"retryable\":true,\"cause\":\"c\","
                + "\"statusCode\":\"s\",\"errorCode\":\"e\",\"stackTrace\":[\"t\"],\"suppressed\":false,"
                + "\"localizedMessage\":\"l\"}", "x-amzn-errortype", "odd.Code", "x-amzn-requestid", "of the header");
        assertThatThrownBy(() -> client.remove(r -> {})).isInstanceOfSatisfying(Odd.class, odd -> {
            assertThat(odd.code()).isEqualTo(7);
            assertThat(odd.serviceMessage()).isEqualTo("m");
            assertThat(odd.requestId_()).isEqualTo("of the body");
            assertThat(odd.requestId()).isEqualTo("of the header");
            assertThat(odd.retryable()).isTrue();
            assertThat(odd.cause()).isEqualTo("c");
            assertThat(odd.statusCode_()).isEqualTo("s");
            assertThat(odd.errorCode_()).isEqualTo("e");
            assertThat(odd.stackTrace()).containsExactly("t");
            assertThat(odd.suppressed()).isFalse();
            assertThat(odd.localizedMessage()).isEqualTo("l");
            assertThat(odd.details().statusCode()).isEqualTo(409);
            assertThat(odd.details().requestId()).isEqualTo("of the header");
            assertThat(odd.details().message()).isEqualTo("m");
            assertThat(odd.getCause()).isNull();
            assertThat(odd.getStackTrace()).isNotEmpty();
            assertThat(odd.getSuppressed()).isEmpty();
        });
    }

    public void aCodeMayBeOtherThanTheNameOfTheShape() {
        wire.answer(409, "{\"__type\":\"odd.Code\"}");
        assertThatThrownBy(() -> client.remove(r -> {})).isInstanceOf(Odd.class);
    }

    public void twoErrorsWithOneCodeAreToldByTheOperation() {
        wire.answer(400, "{\"__type\":\"Same\",\"text\":\"x\"}");
        assertThatThrownBy(() -> client.remove(r -> {}))
                .isInstanceOfSatisfying(Alike.class, e -> assertThat(e.text()).isEqualTo("x"));
        assertThatThrownBy(() -> client.restore(r -> {}))
                .isInstanceOfSatisfying(AlikeToo.class, e -> assertThat(e.text()).isEqualTo("x"));
        wire.answer(400, "{\"text\":\"y\"}");
        assertThatThrownBy(() -> client.restore(r -> {}))
                .isInstanceOfSatisfying(AlikeToo.class, e -> assertThat(e.text()).isEqualTo("y"));
    }

    private interface Use {
        void with(TinyClient client, List<String> seen);
    }

    /** Lets a client talk to a server on this machine. */
    private static void withServer(Use use) throws Exception {
        List<String> seen = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Length") + " "
                    + new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (TinyClient client = TinyClient.builder().endpoint(endpoint).region("eu-test-1")
                .credentials(CredentialsProvider.of(Credentials.of("id", "secret"))).build()) {
            use.with(client, seen);
        } finally {
            server.stop(0);
        }
    }
}
