package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checksums of streamed bodies travel behind them. */
class TrailerTest {
    @TempDir
    private Path folder;

    private final List<HttpRequest> requests = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private int failures;

    private final HttpTransport transport = new HttpTransport() {
        @Override
        public HttpResponse send(HttpRequest request) throws IOException {
            requests.add(request);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            request.body().writeTo(out);
            bodies.add(out.toString(StandardCharsets.UTF_8));
            if (request.body().size() >= 0) {
                assertThat(out.size()).isEqualTo((int) request.body().size());
            }
            if (failures-- > 0) {
                throw new IOException("reset");
            }
            return new HttpResponse(200, HttpHeaders.empty(), new ByteArrayInputStream(new byte[0]));
        }

        @Override
        public void close() {}
    };

    private static TestOperation put(RequestBody body) {
        return new TestOperation(
                        "PUT",
                        AuthType.SIGV4,
                        (input, out) -> out.path("/").body("application/octet-stream", body),
                        ResponseReader::text)
                .streamingIn()
                .checksum(ChecksumAlgorithm.CRC32)
                .namedIn("x-amz-sdk-checksum-algorithm");
    }

    private static RequestBody stream(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return RequestBody.of(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    void overTlsTheChunksAreNotSigned() {
        TestClient.with(transport).build().call(put(stream("hello")), "x", null);
        HttpHeaders headers = requests.get(0).headers();
        assertThat(headers.first("Content-Encoding")).isEqualTo("aws-chunked");
        assertThat(headers.first("x-amz-trailer")).isEqualTo("x-amz-checksum-crc32");
        assertThat(headers.first("x-amz-decoded-content-length")).isEqualTo("5");
        assertThat(headers.first("x-amz-content-sha256")).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
        assertThat(headers.first("x-amz-sdk-checksum-algorithm")).isEqualTo("CRC32");
        assertThat(headers.first("x-amz-checksum-crc32")).isNull();
        assertThat(bodies.get(0)).isEqualTo("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n");
    }

    @Test
    void withoutTlsTheyAreSignedAnewAtEachAttempt() throws IOException {
        failures = 1;
        Path file = Files.writeString(folder.resolve("file"), "hello");
        TestClient.with(transport)
                .endpoint(URI.create("http://127.0.0.1:1"))
                .build()
                .call(put(RequestBody.of(file)), "x", null);
        assertThat(bodies)
                .hasSize(2)
                .allSatisfy(body -> assertThat(body)
                        .matches("5;chunk-signature=[0-9a-f]{64}\r\nhello\r\n0;chunk-signature=[0-9a-f]{64}\r\n"
                                + "x-amz-checksum-crc32:NhCmhg==\r\nx-amz-trailer-signature:[0-9a-f]{64}\r\n\r\n"));
        // The clock stands still, so that the same request has the same signatures.
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        assertThat(requests.get(1).headers().first("x-amz-content-sha256"))
                .isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
        assertThat(requests.get(1).headers().toMap())
                .isEqualTo(requests.get(0).headers().toMap());
    }

    @Test
    void aBodyInMemoryHasItsChecksumInTheHead() {
        TestClient.with(transport).build().call(put(RequestBody.utf8("hello")), "x", null);
        assertThat(requests.get(0).headers().first("x-amz-checksum-crc32")).isEqualTo("NhCmhg==");
        assertThat(requests.get(0).headers().first("x-amz-trailer")).isNull();
        assertThat(bodies).containsExactly("hello");
    }

    @Test
    void aChecksumOfTheCallersOwnIsSentAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "hello");
        TestOperation put = new TestOperation(
                        "PUT",
                        AuthType.SIGV4,
                        (input, out) -> {
                            out.header("x-amz-checksum-crc32c", "given");
                            out.path("/").body("application/octet-stream", RequestBody.of(file));
                        },
                        ResponseReader::text)
                .streamingIn()
                .checksum(ChecksumAlgorithm.CRC32);
        TestClient.with(transport).build().call(put, "x", null);
        assertThat(requests.get(0).headers().first("x-amz-trailer")).isNull();
        assertThat(bodies).containsExactly("hello");
    }

    @Test
    void anUnknownLengthIsNotStated() {
        RequestBody body = RequestBody.of(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        TestClient.with(transport).build().call(put(body), "x", null);
        assertThat(requests.get(0).headers().first("x-amz-decoded-content-length"))
                .isNull();
        assertThat(requests.get(0).body().size()).isEqualTo(-1);
        assertThat(bodies.get(0)).startsWith("5\r\nhello\r\n0\r\n");
    }

    @Test
    void aPresignedRequestHasNoTrailer() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "hello");
        PresignedRequest presigned = TestClient.with(transport)
                .build()
                .presigning()
                .presign(put(RequestBody.of(file)), "x", Duration.ofMinutes(5), null);
        assertThat(presigned.headers()).doesNotContainKeys("x-amz-trailer", "Content-Encoding");
        assertThat(presigned.uri().toString()).contains("X-Amz-Signature=");
    }

    @Test
    void aStreamThatIsShorterThanItSaysIsRefused() {
        byte[] bytes = new byte[3];
        RequestBody body = RequestBody.of(new ByteArrayInputStream(bytes), 4);
        assertThatThrownBy(() -> TestClient.with(transport).build().call(put(body), "x", null))
                .hasMessageContaining("; not tried again, because the body of the request can be read only once");
    }
}
