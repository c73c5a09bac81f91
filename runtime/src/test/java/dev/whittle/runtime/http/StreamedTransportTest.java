package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that stream, on real sockets. */
@Tag("transport")
@Timeout(60)
class StreamedTransportTest {
    static List<HttpTransport> transports() {
        return Transports.underTest(
                SocketTransport.builder().expectContinueFrom(Long.MAX_VALUE).build());
    }

    /** A body whose pieces are written as a test says. */
    private static RequestBody body(long size, Writing writing) {
        return new RequestBody() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try {
                    writing.to(out);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    private interface Writing {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private static RawServer uploads(AtomicInteger bytes) throws IOException {
        return new RawServer(c -> {
            String head = c.readHead();
            if (head.toLowerCase(java.util.Locale.ROOT).contains("chunked")) {
                c.readUntil("0\r\n\r\n");
            } else {
                int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
                int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
                c.readExactly(length);
                bytes.set(length);
            }
            c.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
        });
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aPieceIsThereBeforeTheNextIsSent(HttpTransport transport) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            first.await();
            c.write("6\r\nsecond\r\n0\r\n\r\n");
        })) {
            try (HttpResponse response =
                    transport.send(server.request("GET").streamed(10_000).build())) {
                assertThat(response.body().readNBytes(5)).asString().isEqualTo("first");
                first.countDown();
                assertThat(response.body().readAllBytes()).asString().isEqualTo("second");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void theTimeoutEndsAtTheHeadAndOwnTimeDoesNotCountAsIdle(HttpTransport transport) throws Exception {
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n12345");
            Thread.sleep(600);
            c.write("67890");
        })) {
            HttpRequest request =
                    server.request("GET").timeouts(5000, 400).streamed(5000).build();
            try (HttpResponse response = transport.send(request)) {
                assertThat(response.body().readAllBytes()).asString().isEqualTo("1234567890");
            }
            HttpRequest impatient =
                    server.request("GET").timeouts(5000, 5000).streamed(300).build();
            try (HttpResponse response = transport.send(impatient)) {
                assertThat(response.body().readNBytes(5)).asString().isEqualTo("12345");
                Thread.sleep(1000);
                assertThat(response.body().readAllBytes()).asString().isEqualTo("67890");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aServerThatStallsIsNotWaitedForLongerThanTheIdleTimeout(HttpTransport transport) throws Exception {
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n12345");
            c.awaitEnd();
        })) {
            try (HttpResponse response =
                    transport.send(server.request("GET").streamed(200).build())) {
                InputStream body = response.body();
                assertThat(body.readNBytes(5)).hasSize(5);
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> assertThatThrownBy(body::read)
                                .isInstanceOf(IdleTimeoutException.class)
                                .hasMessage("the other side did nothing for 200 ms while reading the response"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void theHeadIsLimitedByTheTimeout(HttpTransport transport) throws Exception {
        try (RawServer server = new RawServer(c -> c.awaitEnd())) {
            HttpRequest request =
                    server.request("GET").timeouts(5000, 200).streamed(20_000).build();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> transport.send(request))
                            .isInstanceOf(SocketTimeoutException.class)
                            .isNotInstanceOf(IdleTimeoutException.class));
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void closingEarlyDoesNotReadTheRest(HttpTransport transport) throws Exception {
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
            c.writeForever("x");
        })) {
            HttpResponse response =
                    transport.send(server.request("GET").streamed(5000).build());
            assertThat(response.body().readNBytes(1000)).hasSize(1000);
            assertTimeoutPreemptively(Duration.ofSeconds(5), response::close);
            server.awaitClosed(1);
            assertThat(server.received).hasSize(1);
            assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void bodiesGoUpWithAndWithoutTheirLength(HttpTransport transport) throws Exception {
        AtomicInteger bytes = new AtomicInteger();
        try (RawServer server = uploads(bytes)) {
            byte[] data = new byte[100_000];
            RequestBody known = RequestBody.of(new ByteArrayInputStream(data), data.length);
            HttpRequest put = server.request("PUT").body(known).streamed(5000).build();
            try (HttpResponse response = transport.send(put)) {
                assertThat(response.body().readAllBytes()).asString().isEqualTo("ok");
            }
            assertThat(bytes).hasValue(100_000);
            RequestBody unknown = RequestBody.of(new ByteArrayInputStream("some text".getBytes()));
            HttpRequest chunked =
                    server.request("PUT").body(unknown).streamed(5000).build();
            try (HttpResponse response = transport.send(chunked)) {
                assertThat(response.body().readAllBytes()).asString().isEqualTo("ok");
            }
            server.awaitClosed(2);
            // In the order in which the server's threads end.
            assertThat(server.received).containsExactlyInAnyOrder("", "9\r\nsome text\r\n0\r\n\r\n");
        }
    }

    @Test
    void theTimeOfSendingIsNotLimited() throws Exception {
        AtomicInteger bytes = new AtomicInteger();
        try (RawServer server = uploads(bytes)) {
            RequestBody slow = body(3, out -> {
                for (int i = 0; i < 3; i++) {
                    Thread.sleep(250);
                    out.write('x');
                    out.flush();
                }
            });
            HttpRequest put = server.request("PUT")
                    .body(slow)
                    .timeouts(5000, 400)
                    .streamed(200)
                    .build();
            try (HttpResponse response = new SocketTransport().send(put)) {
                assertThat(response.status()).isEqualTo(200);
            }
            assertThat(bytes).hasValue(3);
        }
    }

    @Test
    void aServerThatDoesNotReadIsGivenUp() throws Exception {
        try (RawServer server = new RawServer(c -> c.awaitEnd())) {
            byte[] piece = new byte[64 * 1024];
            RequestBody endless = body(-1, out -> {
                while (true) {
                    out.write(piece);
                }
            });
            HttpRequest put = server.request("PUT").body(endless).streamed(300).build();
            SocketTransport transport =
                    SocketTransport.builder().expectContinueFrom(Long.MAX_VALUE).build();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> transport.send(put))
                            .isInstanceOf(IdleTimeoutException.class)
                            .hasMessage("the other side did nothing for 300 ms while sending the request"));
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aBodyThatFailsIsNoFailureOfTheServer(HttpTransport transport) throws Exception {
        AtomicInteger bytes = new AtomicInteger();
        try (RawServer server = uploads(bytes)) {
            for (long size : new long[] {-1, 100_000}) {
                RequestBody failing = body(size, out -> {
                    out.write(new byte[40_000]);
                    throw new IOException("the disk is gone");
                });
                HttpRequest put =
                        server.request("PUT").body(failing).streamed(5000).build();
                assertTimeoutPreemptively(
                        Duration.ofSeconds(1),
                        () -> assertThatThrownBy(() -> transport.send(put))
                                .isInstanceOf(RequestBodyException.class)
                                .hasMessage("the body of the request cannot be sent: the disk is gone"));
            }
        }
    }

    @Test
    void aBodyOfAnotherSizeThanItSaysIsRefused() throws Exception {
        AtomicInteger bytes = new AtomicInteger();
        try (RawServer server = uploads(bytes);
                SocketTransport transport = new SocketTransport()) {
            for (int actual : new int[] {9, 11}) {
                RequestBody wrong = body(10, out -> out.write(new byte[actual]));
                HttpRequest put =
                        server.request("PUT").body(wrong).streamed(5000).build();
                assertThatThrownBy(() -> transport.send(put))
                        .isInstanceOf(RequestBodyException.class)
                        .hasMessageContaining(actual < 10 ? "1 bytes shorter than its announced" : "longer than its");
            }
            assertThat(bytes).hasValue(0);
        }
    }

    @Test
    void aResponseBeforeTheEndOfTheRequestIsReturned() throws Exception {
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
            c.linger();
        })) {
            byte[] piece = new byte[64 * 1024];
            RequestBody endless = body(1L << 40, out -> {
                while (true) {
                    out.write(piece);
                }
            });
            HttpRequest put = server.request("PUT").body(endless).streamed(5000).build();
            SocketTransport transport =
                    SocketTransport.builder().expectContinueFrom(Long.MAX_VALUE).build();
            try (HttpResponse response = transport.send(put)) {
                assertThat(response.status()).isEqualTo(413);
                assertThat(response.body().readAllBytes()).asString().isEqualTo("big");
            }
        }
    }
}
