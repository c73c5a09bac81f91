package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ResponseTooLargeException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.http.Transports;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read behind an output, what is not, and what a response that ends badly makes of a call. */
@Timeout(60)
class EndOfAResponseTest {
    private static final String OUTPUT = "{\"viewPort\":{\"width\":800}}";

    /** A transport whose bodies cannot be closed. */
    private static final class Unclosable implements HttpTransport {
        final AtomicInteger requests = new AtomicInteger();
        private final int status;
        private final RuntimeException unchecked;

        Unclosable(int status, RuntimeException unchecked) {
            this.status = status;
            this.unchecked = unchecked;
        }

        @Override
        public HttpResponse send(HttpRequest request) {
            requests.incrementAndGet();
            byte[] bytes = OUTPUT.getBytes(StandardCharsets.UTF_8);
            InputStream body = new FilterInputStream(new ByteArrayInputStream(bytes)) {
                @Override
                public void close() throws IOException {
                    if (unchecked != null) {
                        throw unchecked;
                    }
                    throw new IOException("cannot be closed");
                }
            };
            return new HttpResponse(
                    status,
                    HttpHeaders.builder()
                            .add("x-amzn-errortype", "ResourceNotFoundException")
                            .build(),
                    body);
        }

        @Override
        public void close() {}
    }

    static List<RuntimeException> failures() {
        return java.util.Arrays.asList(null, new IllegalStateException(), new UncheckedIOException(new IOException()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aResponseThatCannotBeClosedIsNoFailureAndNotRepeated(RuntimeException unchecked) {
        Unclosable transport = new Unclosable(200, unchecked);
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            assertThat(pipeline.call(TestOperation.post(), "s", null)).isEqualTo(800);
            assertThat(transport.requests).hasValue(1);
        }
    }

    /** A transport whose bodies fail where their end should be. */
    private static HttpTransport withoutEnd(RuntimeException unchecked, AtomicInteger requests, String... headers) {
        HttpHeaders.Builder builder = HttpHeaders.builder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.add(headers[i], headers[i + 1]);
        }
        return new HttpTransport() {
            @Override
            public HttpResponse send(HttpRequest request) {
                requests.incrementAndGet();
                InputStream failing = new InputStream() {
                    @Override
                    public int read() throws IOException {
                        if (unchecked != null) {
                            throw unchecked;
                        }
                        throw new IOException("reset");
                    }
                };
                InputStream whole = new ByteArrayInputStream(OUTPUT.getBytes(StandardCharsets.UTF_8));
                return new HttpResponse(200, builder.build(), new SequenceInputStream(whole, failing));
            }

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aResponseThatIsCompleteByItsLengthNeedsNoEnd(RuntimeException unchecked) {
        AtomicInteger requests = new AtomicInteger();
        String length = Integer.toString(OUTPUT.length());
        HttpTransport transport = withoutEnd(unchecked, requests, "Content-Length", length);
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            assertThat(pipeline.call(TestOperation.post(), "s", null)).isEqualTo(800);
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void aChecksumIsComparedAtTheLengthOfAResponseWithoutEnd() {
        String length = Integer.toString(OUTPUT.length());
        HttpTransport transport = withoutEnd(
                null, new AtomicInteger(), "Content-Length", length, ChecksumAlgorithm.CRC32.header(), "AAAAAA==");
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            assertThatThrownBy(() ->
                            pipeline.call(TestOperation.post().responseChecksums(ChecksumAlgorithm.CRC32), "s", null))
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("checksum");
        }
    }

    @Test
    void aResponseOfUnknownLengthNeedsItsEnd() {
        AtomicInteger requests = new AtomicInteger();
        try (CallPipeline pipeline = TestClient.with(withoutEnd(null, requests)).build()) {
            assertThatThrownBy(() -> pipeline.call(TestOperation.post(), "s", null))
                    .isInstanceOf(TransportException.class);
            assertThat(requests).hasValue(3);
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anErrorThatCannotBeClosedIsStillThatError(RuntimeException unchecked) {
        Unclosable transport = new Unclosable(404, unchecked);
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            assertThatThrownBy(() -> pipeline.call(TestOperation.post(), "s", null))
                    .isInstanceOf(TestOperation.ResourceNotFoundException.class);
            assertThat(transport.requests).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 200 OK\r\nX-A: 1\r\n", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nX-A: 1", "HTTP"})
    void aResponseThatEndsWithinItsHeadIsAFailureAndRepeated(String beginning) throws IOException {
        try (FaultServer server = new FaultServer(c -> c.write(beginning));
                CallPipeline pipeline =
                        TestClient.overSockets().endpoint(server.endpoint()).build()) {
            assertThatThrownBy(() -> pipeline.call(TestOperation.reading(in -> "nothing is read"), "s", null))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("attempt 3 of 3");
            assertThat(server.requests).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407})
    void theErrorOfAChallengeIsTheModelledOne(int status) throws IOException {
        String body = "{\"__type\":\"ResourceNotFoundException\",\"message\":\"who are you?\"}";
        try (FaultServer server = new FaultServer(c -> c.write("HTTP/1.1 " + status
                        + " No\r\nWWW-Authenticate: Bearer\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
                CallPipeline pipeline = TestClient.overSockets()
                        .endpoint(server.endpoint())
                        .retry(RetryPolicy.none())
                        .build()) {
            assertThatThrownBy(() -> pipeline.call(TestOperation.post(), "s", null))
                    .isInstanceOfSatisfying(TestOperation.ResourceNotFoundException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(status);
                        assertThat(e).hasMessageContaining("who are you?");
                    });
        }
    }

    // ---- checksums ----

    private static FaultServer checksummed(String body, String checksum) throws IOException {
        return new FaultServer(c -> c.write("HTTP/1.1 200 OK\r\nx-amz-checksum-crc32: " + checksum
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
    }

    private static String crc(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ChecksumAlgorithm.CRC32.of(RequestBody.unsafe(bytes, 0, bytes.length));
    }

    /** More behind the output than is read so that a connection can be used again. */
    @Test
    void aChecksumIsComparedHoweverLittleOfTheBodyIsRead() throws IOException {
        String body = OUTPUT + " ".repeat(300_000);
        for (boolean reading : new boolean[] {true, false}) {
            TestOperation operation = reading ? TestOperation.get() : TestOperation.reading(in -> 800);
            operation.responseChecksums(ChecksumAlgorithm.CRC32);
            for (boolean right : new boolean[] {true, false}) {
                try (FaultServer server = checksummed(body, right ? crc(body) : crc(body + "x"));
                        CallPipeline pipeline = TestClient.overSockets()
                                .endpoint(server.endpoint())
                                .retry(RetryPolicy.none())
                                .build()) {
                    if (right) {
                        assertThat(pipeline.call(operation, "s", null)).isEqualTo(800);
                    } else {
                        assertThatThrownBy(() -> pipeline.call(operation, "s", null))
                                .isInstanceOf(MalformedResponseException.class)
                                .hasMessageContaining("CRC32 checksum");
                    }
                }
            }
        }
    }

    private static FaultServer withDecimalCrc(int status, String body, String crc, String... more) throws IOException {
        String headers = String.join("", more);
        return new FaultServer(c -> c.write("HTTP/1.1 " + status + " S\r\nX-Amz-Crc32: " + crc + "\r\n" + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body));
    }

    private static String decimalCrc(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Long.toString(crc.getValue());
    }

    private static CallPipeline client(FaultServer server) {
        return TestClient.overSockets()
                .endpoint(server.endpoint())
                .retry(RetryPolicy.none())
                .build();
    }

    @Test
    void aDecimalChecksumIsComparedWithoutBeingAskedFor() throws IOException {
        for (String body : List.of(OUTPUT, OUTPUT + " ".repeat(300_000))) {
            for (TestOperation operation : List.of(TestOperation.get(), TestOperation.reading(in -> 800))) {
                try (FaultServer server = withDecimalCrc(200, body, " " + decimalCrc(body) + " ");
                        CallPipeline pipeline = client(server)) {
                    assertThat(pipeline.call(operation, "s", null)).isEqualTo(800);
                }
                for (String wrong : List.of(decimalCrc(body + "x"), "0", "none")) {
                    try (FaultServer server = withDecimalCrc(200, body, wrong);
                            CallPipeline pipeline = client(server)) {
                        assertThatThrownBy(() -> pipeline.call(operation, "s", null))
                                .isInstanceOf(MalformedResponseException.class)
                                .hasMessageContaining("CRC32 checksum")
                                .hasMessageContaining("HTTP 200");
                    }
                }
            }
        }
    }

    @Test
    void anEmptyBodyHasADecimalChecksumToo() throws IOException {
        try (FaultServer server = withDecimalCrc(200, "", "0");
                CallPipeline pipeline = client(server)) {
            assertThat(pipeline.call(TestOperation.get(), "s", null)).isEqualTo(0);
        }
    }

    @Test
    void aDecimalChecksumOfAnErrorIsCompared() throws IOException {
        String body = "{\"__type\":\"a#ResourceNotFoundException\"}";
        try (FaultServer server = withDecimalCrc(400, body, decimalCrc(body));
                CallPipeline pipeline = client(server)) {
            assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", null))
                    .isInstanceOf(TestOperation.ResourceNotFoundException.class);
        }
        try (FaultServer server = withDecimalCrc(400, body, decimalCrc(body + " "));
                CallPipeline pipeline = client(server)) {
            assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", null))
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("CRC32 checksum")
                    .hasMessageContaining("HTTP 400");
        }
    }

    @Test
    void bothChecksumsOfAResponseAreCompared() throws IOException {
        TestOperation operation = TestOperation.get().responseChecksums(ChecksumAlgorithm.CRC32);
        String right = ChecksumAlgorithm.CRC32.header() + ": " + crc(OUTPUT) + "\r\n";
        String wrong = ChecksumAlgorithm.CRC32.header() + ": " + crc(OUTPUT + "x") + "\r\n";
        try (FaultServer server = withDecimalCrc(200, OUTPUT, decimalCrc(OUTPUT), right);
                CallPipeline pipeline = client(server)) {
            assertThat(pipeline.call(operation, "s", null)).isEqualTo(800);
        }
        try (FaultServer server = withDecimalCrc(200, OUTPUT, decimalCrc(OUTPUT), wrong);
                CallPipeline pipeline = client(server)) {
            assertThatThrownBy(() -> pipeline.call(operation, "s", null))
                    .isInstanceOf(MalformedResponseException.class);
        }
        String length = Integer.toString(OUTPUT.length());
        HttpTransport transport = withoutEnd(
                null,
                new AtomicInteger(),
                "Content-Length",
                length,
                "x-amz-crc32",
                decimalCrc(OUTPUT),
                ChecksumAlgorithm.CRC32.header(),
                "AAAAAA==");
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            assertThatThrownBy(() -> pipeline.call(operation, "s", null))
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void theHeadersOfHeadDescribeAnotherBody() throws IOException {
        TestOperation head =
                new TestOperation("HEAD", AuthType.SIGV4, (input, out) -> out.path("/"), in -> in.status());
        try (FaultServer server = new FaultServer(
                        c -> c.write("HTTP/1.1 200 OK\r\nx-amz-crc32: 17\r\nContent-Length: 5\r\n\r\n"));
                CallPipeline pipeline = client(server)) {
            assertThat(pipeline.call(head, "s", null)).isEqualTo(200);
        }
    }

    // ---- sizes ----

    static List<HttpTransport> transports() {
        return Transports.underTest();
    }

    @Tag("transport")
    @ParameterizedTest
    @MethodSource("transports")
    void aResponseMayHaveAsManyBytesAsTheLimit(HttpTransport transport) throws IOException {
        for (String framing :
                List.of("Content-Length: 1000\r\n\r\n%s", "Transfer-Encoding: chunked\r\n\r\n3e8\r\n%s\r\n0\r\n\r\n")) {
            String response = "HTTP/1.1 200 OK\r\nConnection: close\r\n" + framing.replace("%s", "x".repeat(1000));
            for (int limit : new int[] {999, 1000}) {
                try (FaultServer server = new FaultServer(c -> c.write(response));
                        CallPipeline pipeline = TestClient.with(transport)
                                .endpoint(server.endpoint())
                                .maxResponseSize(limit)
                                .build()) {
                    TestOperation operation = TestOperation.reading(in -> in.blob());
                    if (limit == 1000) {
                        assertThat(pipeline.call(operation, "s", null)).isNotNull();
                    } else {
                        assertThatThrownBy(() -> pipeline.call(operation, "s", null))
                                .isInstanceOfSatisfying(
                                        ResponseTooLargeException.class,
                                        e -> assertThat(e.limit()).isEqualTo(999))
                                .hasMessage("GetBrowserSession: the body of the response is larger than 999 bytes; "
                                        + "maxResponseSize of the client's builder allows more");
                    }
                    assertThat(server.requests).hasValue(1);
                }
            }
        }
    }

    /** In every form that a body is read in. */
    @Test
    void anEndlessResponseIsGivenUpAtTheLimit() throws IOException {
        Map<String, TestOperation> operations = Map.of(
                "blob", TestOperation.reading(in -> in.blob()),
                "text", TestOperation.reading(in -> in.text()),
                "json", TestOperation.reading(in -> in.json().first()));
        for (Map.Entry<String, TestOperation> each : operations.entrySet()) {
            try (FaultServer server = new FaultServer(c -> {
                        c.write("HTTP/1.1 200 OK\r\n\r\n{\"");
                        c.writeForever("a");
                    });
                    CallPipeline pipeline =
                            TestClient.overSockets().endpoint(server.endpoint()).build()) {
                assertThatThrownBy(() -> pipeline.call(each.getValue(), "s", null))
                        .as(each.getKey())
                        .isInstanceOfAny(ResponseTooLargeException.class, MalformedResponseException.class);
                assertThat(server.requests).hasValue(1);
            }
        }
    }

    @Test
    void anEndlessErrorIsAnErrorAllTheSame() throws IOException {
        try (FaultServer server = new FaultServer(c -> {
                    c.write("HTTP/1.1 400 Bad\r\nx-amzn-errortype: ResourceNotFoundException\r\n\r\n");
                    c.writeForever("a");
                });
                CallPipeline pipeline = TestClient.overSockets()
                        .endpoint(server.endpoint())
                        .maxResponseSize(100)
                        .build()) {
            assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", null))
                    .isInstanceOf(ServiceException.class);
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void aLimitIsAtLeastOneByte() {
        assertThatThrownBy(() -> TestClient.bare().maxResponseSize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxResponseSize must be at least 1, but is 0");
    }
}
