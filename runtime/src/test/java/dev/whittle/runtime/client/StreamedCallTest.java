package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.error.ResponseTooLargeException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.IdleTimeoutException;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.stream.ResponseHandler;
import dev.whittle.runtime.stream.ResponseStream;
import dev.whittle.runtime.stream.StreamListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls whose bodies stream, through the pipeline. */
class StreamedCallTest {
    private static final TestOperation GET =
            TestOperation.reading(ResponseReader::stream).streamingOut();

    @TempDir
    private Path folder;

    /** Gives out responses in turn, and knows which were closed. */
    private static class Responses implements HttpTransport {
        final Deque<Object> next = new ArrayDeque<>();
        final List<HttpRequest> requests = new ArrayList<>();
        final List<byte[]> bodies = new ArrayList<>();
        final AtomicInteger closed = new AtomicInteger();

        Responses then(Object bodyOrFailure) {
            next.add(bodyOrFailure);
            return this;
        }

        @Override
        public HttpResponse send(HttpRequest request) throws IOException {
            requests.add(request);
            if (request.body() != null) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                request.body().writeTo(out);
                bodies.add(out.toByteArray());
            }
            Object step = next.remove();
            if (step instanceof IOException failure) {
                throw failure;
            }
            if (step instanceof HttpResponse response) {
                return response;
            }
            byte[] bytes = step.toString().replace("…", "").getBytes(StandardCharsets.UTF_8);
            InputStream body = new ByteArrayInputStream(bytes);
            boolean isCut = step.toString().endsWith("…");
            HttpHeaders.Builder headers = HttpHeaders.builder();
            if (!isCut) {
                headers.add("Content-Length", Integer.toString(bytes.length));
            }
            return new HttpResponse(200, headers.build(), closing(isCut ? cut(body, new IOException("reset")) : body));
        }

        InputStream closing(InputStream body) {
            return new SequenceInputStream(body, InputStream.nullInputStream()) {
                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }

        @Override
        public void close() {}
    }

    private static InputStream cut(InputStream body, IOException failure) {
        return new SequenceInputStream(body, new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        });
    }

    private static ResponseStream open(HttpTransport transport) {
        return (ResponseStream) TestClient.with(transport).build().call(GET, "x", null);
    }

    private static <T> T scoped(HttpTransport transport, ResponseHandler<Object, T> handler) {
        return TestClient.with(transport).build().call(GET, "x", null, handler);
    }

    private static ResponseStream of(Object output) {
        return (ResponseStream) output;
    }

    @Test
    void theOutputOwnsItsResponse() throws IOException {
        Responses responses = new Responses().then("hello");
        try (ResponseStream body = open(responses)) {
            assertThat(responses.closed).hasValue(0);
            assertThat(body.contentLength()).isEqualTo(5);
            assertThat(body).hasToString("ResponseStream[5 bytes]");
            assertThat(body.readAllBytes()).asString().isEqualTo("hello");
            assertThat(responses.requests.get(0).isStreamed()).isTrue();
            assertThat(responses.requests.get(0).idleTimeoutMillis()).isEqualTo(60_000);
        }
        assertThat(responses.closed).hasPositiveValue();
        ResponseStream closed = open(new Responses().then("hello"));
        closed.close();
        assertThatThrownBy(closed::read)
                .isInstanceOf(IOException.class)
                .hasMessage("GetBrowserSession: the response is closed");
    }

    @Test
    void bytesAndTextAreReadWithALimit() throws IOException {
        assertThat(open(new Responses().then("hello")).readBytes(5)).asString().isEqualTo("hello");
        assertThat(open(new Responses().then("hellö")).readUtf8(6)).isEqualTo("hellö");
        assertThat(open(new Responses().then("")).readUtf8(0)).isEmpty();
        Responses responses = new Responses().then("hello");
        assertThatThrownBy(() -> open(responses).readBytes(4))
                .isInstanceOf(ResponseTooLargeException.class)
                .hasMessage("GetBrowserSession: the body of the response is larger than 4 bytes,"
                        + " which is the limit that it is read with");
        assertThat(responses.closed).hasPositiveValue();
        HttpResponse chunked = new HttpResponse(
                200, HttpHeaders.empty(), new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> open(new Responses().then(chunked)).readBytes(4))
                .isInstanceOf(ResponseTooLargeException.class);
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("file");
        assertThat(open(new Responses().then("new")).saveTo(file)).isEqualTo(file);
        assertThat(file).hasContent("new");
        assertThatThrownBy(() -> open(new Responses().then("half…")).saveTo(file))
                .isInstanceOf(IOException.class)
                .hasMessage("GetBrowserSession: the response broke off after 4 bytes: reset");
        assertThat(file).hasContent("new");
        open(new Responses().then("newer")).saveTo(file);
        assertThat(file).hasContent("newer");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aBodyThatBrokeOffDoesNotLookLikeItsEnd() {
        ResponseStream body = open(new Responses().then("half…"));
        assertThatThrownBy(body::readAllBytes).hasMessageContaining("broke off after 4 bytes: reset");
        assertThatThrownBy(body::read).hasMessageContaining("broke off after 4 bytes: reset");
    }

    @Test
    void theScopedFormClosesAndTriesAgain() {
        Responses responses =
                new Responses().then("ha…").then(new IOException("reset")).then("whole");
        List<String> seen = new ArrayList<>();
        String text = scoped(responses, output -> {
            seen.add("begun");
            return of(output).readUtf8(100);
        });
        assertThat(text).isEqualTo("whole");
        assertThat(seen).hasSize(2);
        assertThat(responses.requests).hasSize(3);
        assertThat(responses.closed).hasPositiveValue();
    }

    @Test
    void theScopedFormEndsWithTheFailureOfTheLastAttempt() {
        Responses responses = new Responses().then("1…").then("2…").then("3…");
        assertThatThrownBy(() -> scoped(responses, output -> of(output).readUtf8(100)))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("GetBrowserSession: the exchange with ")
                .hasMessageEndingWith(" failed: reset, attempt 3 of 3")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
        Responses idle = new Responses();
        for (int i = 0; i < 3; i++) {
            InputStream stalled = cut(InputStream.nullInputStream(), new IdleTimeoutException("nothing came", 250));
            idle.then(new HttpResponse(200, HttpHeaders.empty(), stalled));
        }
        assertThatThrownBy(() -> scoped(idle, output -> of(output).readUtf8(100)))
                .isInstanceOfSatisfying(CallTimeoutException.class, e -> {
                    assertThat(e.timeout()).isEqualTo("idleTimeout");
                    assertThat(e.attempts()).isEqualTo(3);
                })
                .hasMessageEndingWith("(idleTimeout of 250 ms reached)");
    }

    @Test
    void whatTheHandlerThrowsComesOutAsItIs() {
        IllegalStateException own = new IllegalStateException("mine");
        Responses responses = new Responses().then("whole");
        assertThatThrownBy(() -> scoped(responses, output -> {
                    throw own;
                }))
                .isSameAs(own);
        assertThat(responses.requests).hasSize(1);
        assertThat(responses.closed).hasPositiveValue();
        IOException disk = new IOException("disk full");
        assertThatThrownBy(() -> scoped(new Responses().then("whole"), output -> {
                    throw disk;
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(disk);
        assertThatThrownBy(() -> scoped(new Responses(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("GetBrowserSession: the handler is null");
    }

    @Test
    void aHandlerMayStopEarly() {
        Responses responses = new Responses().then("hello");
        int first = scoped(responses, output -> of(output).read());
        assertThat(first).isEqualTo('h');
        assertThat(responses.closed).hasPositiveValue();
    }

    @Test
    void checksumsOfStreamsAreCompared() {
        TestOperation checked =
                TestOperation.reading(ResponseReader::stream).streamingOut().responseChecksums(ChecksumAlgorithm.CRC32);
        HttpHeaders headers =
                HttpHeaders.builder().add("x-amz-checksum-crc32", "AAAAAA==").build();
        HttpResponse response = new HttpResponse(200, headers, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        ResponseStream body =
                of(TestClient.with(new Responses().then(response)).build().call(checked, "x", null));
        assertThatThrownBy(body::readAllBytes)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("GetBrowserSession response: the body's CRC32 checksum is not the one that the response"
                        + " states (HTTP 200, no content type)");
    }

    @Test
    void anErrorIsReadAsEver() {
        HttpHeaders headers = HttpHeaders.builder()
                .add("X-Amzn-ErrorType", "ResourceNotFoundException")
                .build();
        HttpResponse response = new HttpResponse(404, headers, new ByteArrayInputStream(new byte[0]));
        assertThatThrownBy(() -> open(new Responses().then(response)))
                .isInstanceOf(TestOperation.ResourceNotFoundException.class);
    }

    @Test
    void aForgottenResponseIsClosedAndReportedWithWhereItWasOpened() throws InterruptedException {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.whittle.runtime");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            Responses responses = new Responses().then("forgotten").then("read").then("closed");
            open(responses);
            assertThat(read(open(responses))).isEqualTo("read");
            open(responses).close();
            for (int i = 0; i < 200 && records.isEmpty(); i++) {
                System.gc();
                Thread.sleep(20);
            }
            Thread.sleep(100);
            assertThat(records).hasSize(1);
            assertThat(records.get(0).getMessage())
                    .isEqualTo("GetBrowserSession: closing a forgotten response;"
                            + " close each response, for example with try (...)");
            assertThat(records.get(0).getThrown().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(StreamedCallTest.class.getName()));
            assertThat(responses.closed).hasPositiveValue();
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
    }

    private static String read(ResponseStream body) {
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestOperation put(AuthType type, RequestBody body) {
        return new TestOperation(
                        "PUT",
                        type,
                        (input, out) -> out.path("/").body("application/octet-stream", body),
                        ResponseReader::text)
                .streamingIn();
    }

    private static RequestBody once(String text) {
        return RequestBody.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aBodyThatCanBeReadOnceIsNotSentAgain() {
        Responses responses = new Responses().then(new IOException("reset"));
        TestOperation put = put(AuthType.SIGV4_UNSIGNED_PAYLOAD, once("data"));
        CallPipeline client = TestClient.with(responses).build();
        assertThatThrownBy(() -> client.call(put, "x", null))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.attempts()).isEqualTo(1))
                .hasMessageEndingWith(
                        "failed: reset; not tried again," + " because the body of the request can be read only once");
        assertThat(responses.bodies.get(0)).asString().isEqualTo("data");
    }

    @Test
    void aBodyThatWasNotReadYetIsSentAgain() {
        Responses unread = new Responses() {
            @Override
            public HttpResponse send(HttpRequest request) throws IOException {
                if (requests.isEmpty()) {
                    requests.add(request);
                    throw new java.net.ConnectException("refused");
                }
                return super.send(request);
            }
        };
        TestOperation put = put(AuthType.SIGV4_UNSIGNED_PAYLOAD, once("data"));
        TestClient.with(unread.then("ok")).build().call(put, "x", null);
        assertThat(unread.bodies.get(0)).asString().isEqualTo("data");
    }

    @Test
    void aBodyOfAFileIsHashedAndSentAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "data");
        Responses responses = new Responses().then(new IOException("reset")).then("ok");
        RequestBody body = RequestBody.of(file);
        TestClient.with(responses).build().call(put(AuthType.SIGV4, body), "x", null);
        assertThat(responses.bodies)
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent).asString().isEqualTo("data"));
        Responses inMemory = new Responses().then("ok");
        TestClient.with(inMemory).build().call(put(AuthType.SIGV4, RequestBody.utf8("data")), "x", null);
        assertThat(responses.requests.get(1).headers().first("Authorization"))
                .isEqualTo(inMemory.requests.get(0).headers().first("Authorization"));
    }

    @Test
    void aBodyThatCannotBeHashedIsNotSent() throws IOException {
        assertThatThrownBy(() ->
                        TestClient.with(new Responses()).build().call(put(AuthType.SIGV4, once("data")), "x", null))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("GetBrowserSession: the service wants the body to be signed, and this body can be read only"
                        + " once; give one that can be read again, as with RequestBody.of(file) or"
                        + " RequestBody.of(bytes)");
        Path file = Files.writeString(folder.resolve("gone"), "data");
        RequestBody gone = RequestBody.of(file);
        Files.delete(file);
        assertThatThrownBy(() -> TestClient.with(new Responses()).build().call(put(AuthType.SIGV4, gone), "x", null))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("GetBrowserSession: the body of the request cannot be hashed: " + file);
    }

    @Test
    void aLengthThatTheServiceNeedsIsAskedFor() {
        TestOperation put = put(AuthType.SIGV4_UNSIGNED_PAYLOAD, once("data")).withLength();
        assertThatThrownBy(() -> TestClient.with(new Responses()).build().call(put, "x", null))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("GetBrowserSession: the service needs to know how long the body is; give its size, as with"
                        + " RequestBody.of(stream, size)");
    }

    @Test
    void aListenerLearnsOfBothDirections() throws IOException {
        List<String> told = new ArrayList<>();
        StreamListener listener = new StreamListener() {
            @Override
            public void sent(long bytes, long size) {
                told.add("sent " + bytes + "/" + size);
            }

            @Override
            public void received(long bytes, long size) {
                told.add("received " + bytes + "/" + size);
            }
        };
        RequestOptions options = RequestOptions.builder()
                .progress(listener)
                .idleTimeout(Duration.ofSeconds(9))
                .build();
        byte[] data = new byte[100_000];
        RequestBody body = RequestBody.of(new ByteArrayInputStream(data), data.length);
        TestOperation both = new TestOperation(
                        "PUT",
                        AuthType.SIGV4_UNSIGNED_PAYLOAD,
                        (input, out) -> out.path("/").body("application/octet-stream", body),
                        ResponseReader::stream)
                .streamingIn()
                .streamingOut();
        Responses responses = new Responses().then("hello");
        try (ResponseStream stream = of(TestClient.with(responses).build().call(both, "x", options))) {
            stream.readAllBytes();
        }
        assertThat(told)
                .containsExactly(
                        "sent 32768/100000",
                        "sent 65536/100000",
                        "sent 98304/100000",
                        "sent 100000/100000",
                        "received 5/5");
        assertThat(responses.requests.get(0).idleTimeoutMillis()).isEqualTo(9000);
    }

    @Test
    void anOutputThatDoesNotReachItsCallerIsClosed() {
        Responses responses = new Responses().then("observed").then("asynchronous");
        IllegalStateException own = new IllegalStateException("mine");
        CallPipeline observed = TestClient.with(responses)
                .observer(call -> new CallObservation() {
                    @Override
                    public void callEnded(Outcome outcome) {
                        throw own;
                    }
                })
                .build();
        assertThatThrownBy(() -> observed.call(GET, "x", null)).isSameAs(own);
        assertThat(responses.closed).hasPositiveValue();
        responses.closed.set(0);
        AtomicReference<CompletableFuture<Object>> future = new AtomicReference<>();
        TestOperation cancelled = TestOperation.reading(in -> {
                    Object output = in.stream();
                    future.get().cancel(false);
                    return output;
                })
                .streamingOut();
        List<Runnable> work = new ArrayList<>();
        AsyncCalls calls = new AsyncCalls(TestClient.with(responses).build(), work::add);
        future.set(calls.start(cancelled, "x", null));
        work.get(0).run();
        assertThat(future.get()).isCancelled();
        assertThat(responses.closed).hasPositiveValue();
    }

    @Test
    void aStreamIsOnlyForOperationsThatSaySo() {
        TestOperation wrong = TestOperation.reading(ResponseReader::stream);
        assertThatThrownBy(
                        () -> TestClient.with(new Responses().then("x")).build().call(wrong, "x", null))
                .isInstanceOf(CallException.class);
    }
}
