import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyAsyncClient;
import com.example.tiny.TinyClient;
import com.example.tiny.TinyPresigner;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.stream.ResponseStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void theOutputOwnsTheResponse() throws IOException {
        wire.answer(200, "content", "ETag", "e-1", "X-Size", "7", "X-Label-a", "b", "X-Close", "soon");
        try (GetObjectResponse response = client.getObject(r -> r.key("k"))) {
            assertThat(wire.line()).isEqualTo("GET /objects/k");
            assertThat(wire.isClosed()).isFalse();
            assertThat(response.etag()).isEqualTo("e-1");
            assertThat(response.size()).isEqualTo(7L);
            assertThat(response.labels()).isEqualTo(Map.of("a", "b"));
            assertThat(response.close_()).isEqualTo("soon");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().readAllBytes()).isEqualTo(bytes("content"));
        }
        assertThat(wire.isClosed()).isTrue();
    }

    public void anEmptyBodyIsAStreamToo() throws IOException {
        wire.answer(200, "");
        try (GetObjectResponse response = client.getObject(r -> r.key("k"))) {
            assertThat(response.etag()).isEmpty();
            assertThat(response.body().readAllBytes()).isEmpty();
        }
    }

    public void aHandlerReadsTheResponse() {
        wire.answer(200, "content");
        GetObjectRequest request = GetObjectRequest.builder().key("k").build();
        assertThat(client.<String>getObject(request, response -> text(response.body()))).isEqualTo("content");
        assertThat(wire.isClosed()).isTrue();
        assertThat(client.<String>getObject(r -> r.key("k"), response -> text(response.body()))).isEqualTo("content");
        assertThat(client.<Integer>getObject(request, RequestOptions.builder().header("X-More", "m").build(), response -> 7)).isEqualTo(7);
        assertThat(wire.header("X-More")).isEqualTo("m");
        assertThat(wire.isClosed()).isTrue();
        assertThatThrownBy(() -> client.getObject(request, response -> {
            throw new IOException("disk full");
        })).isInstanceOf(UncheckedIOException.class).hasRootCauseMessage("disk full");
        assertThat(wire.isClosed()).isTrue();
    }

    public void errorsAreNoStreams() {
        wire.answer(410, "{\"message\":\"gone\"}");
        assertThatThrownBy(() -> client.getObject(r -> r.key("k"))).isInstanceOf(Gone.class).hasMessageContaining("gone");
        assertThat(wire.isClosed()).isTrue();
    }

    public void anInputBringsItsBody() {
        wire.answer(200, "", "ETag", "e-2");
        PutObjectResponse response = client.putObject(r -> r.key("k").mediaType("text/html").body(body("hello")));
        assertThat(wire.line()).isEqualTo("PUT /objects/k");
        assertThat(wire.header("Content-Type")).isEqualTo("text/html");
        assertThat(wire.body()).isEqualTo("hello");
        assertThat(response.etag()).isEqualTo("e-2");
        client.putObject(r -> r.key("k").body(body("plain")));
        assertThat(wire.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThatThrownBy(() -> PutObjectRequest.builder().key("k").build()).isInstanceOf(MissingMemberException.class);
    }

    @SuppressWarnings("deprecation")
    public void bothWaysAtOnce() throws IOException {
        wire.answer(200, "out", "X-Close", "now");
        try (ConvertResponse response = client.convert(r -> r.content(body("s3cret")).close("later"))) {
            assertThat(wire.body()).isEqualTo("s3cret");
            assertThat(wire.header("X-Close")).isEqualTo("later");
            assertThat(response.close_()).isEqualTo("now");
            assertThat(text(response.content())).isEqualTo("out");
            assertThat(response.toString()).isEqualTo("ConvertResponse{close=now, content=***}");
        }
        client.convert(r -> {}, response -> text(response.content()));
        assertThat(wire.body()).isEmpty();
    }

    public void streamsEqualThemselvesOnly() {
        PutObjectRequest request = PutObjectRequest.builder().key("k").body(body("b")).build();
        assertThat(request).isEqualTo(request.toBuilder().build()).hasSameHashCodeAs(request.toBuilder().build());
        assertThat(request).isNotEqualTo(request.toBuilder().body(body("b")).build());
        assertThat(request.toString()).startsWith("PutObjectRequest{key=k, body=").doesNotContain("body=b");
    }

    public void waitersCloseWhatTheyGet() {
        wire.answer(200, "content", "ETag", "e-3");
        assertThat(client.waiter().waitUntilObjectExists(r -> r.key("k")).etag()).isEqualTo("e-3");
        assertThat(wire.isClosed()).isTrue();
    }

    public void outputsAreMadeForTests() throws IOException {
        ResponseStream stream = new ResponseStream(new ByteArrayInputStream(bytes("made")), "GetObject", 4);
        TinyClient fake = new TinyClient() {
            @Override
            public GetObjectResponse getObject(GetObjectRequest request) {
                return GetObjectResponse.builder().etag("e").body(stream).build();
            }
        };
        assertThat(fake.<String>getObject(r -> r.key("k"), response -> text(response.body()))).isEqualTo("made");
        assertThatThrownBy(() -> fake.getObject(r -> r.key("k"), response -> {
            throw new IOException("no");
        })).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> GetObjectResponse.builder().etag("e").build()).isInstanceOf(MissingMemberException.class);
    }

    public void aFutureCompletesWhenTheResponseBegins() throws IOException {
        wire.answer(200, "later");
        try (TinyAsyncClient async = wire.connect(TinyAsyncClient.builder());
                GetObjectResponse response = async.getObject(r -> r.key("k")).join()) {
            assertThat(wire.isClosed()).isFalse();
            assertThat(text(response.body())).isEqualTo("later");
        }
        assertThat(wire.isClosed()).isTrue();
    }

    public void aStreamedRequestIsPresignedWithoutItsBody() {
        TinyPresigner presigner = client.presigner();
        PutObjectRequest request = PutObjectRequest.builder().key("k").body(body("hello")).build();
        assertThat(presigner.putObject(request, Duration.ofMinutes(1)).uri().toString()).contains("X-Amz-Signature=");
        assertThat(wire.lines()).isEmpty();
    }

    private static RequestBody body(String text) {
        return RequestBody.unsafe(bytes(text), 0, bytes(text).length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ResponseStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
