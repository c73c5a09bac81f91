package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link SocketTransport} does with connections, and what a server may do besides responding. */
@Timeout(60)
class SocketTransportTest {
    private static final byte[] LARGE = new byte[32 << 20];

    private static String text(HttpResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpRequest.Builder large(RawServer server) {
        return server.request("PUT").body(RequestBody.unsafe(LARGE, 0, LARGE.length));
    }

    // ---- connections ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok                        | 1",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nok\\r\\n0\\r\\n\\r\\n | 1",
                "HTTP/1.0 200 OK\\r\\nConnection: keep-alive\\r\\nContent-Length: 2\\r\\n\\r\\nok | 1",
                "HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nContent-Length: 2\\r\\n\\r\\nok   | 3",
                "HTTP/1.1 200 OK\\r\\nConnection: x, Close\\r\\nContent-Length: 2\\r\\n\\r\\nok | 3",
                "HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok                        | 3",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nokand more                | 3",
            })
    void aConnectionIsKeptIfBothSidesAllowIt(String response, int connections) throws IOException {
        String unescaped = response.trim().replace("\\r", "\r").replace("\\n", "\n");
        try (RawServer server = RawServer.responding(unescaped);
                HttpTransport transport = new SocketTransport()) {
            for (int i = 0; i < 3; i++) {
                assertThat(text(transport.send(server.request("GET").build()))).isEqualTo("ok");
            }
            assertThat(server.connections).hasValue(connections);
        }
    }

    @Test
    void aConnectionThatTheServerHasClosedIsNotUsed() throws Exception {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                HttpTransport transport = new SocketTransport()) {
            for (int i = 0; i < 5; i++) {
                assertThat(text(transport.send(
                                server.request("POST").body(RequestBody.empty()).build())))
                        .isEqualTo("ok");
                server.awaitClosed(i + 1);
                // The news has to come from one end of the loopback to the other.
                Thread.sleep(20);
            }
            assertThat(server.connections).hasValue(5);
        }
    }

    @Test
    void unusedConnectionsAreClosedInTime() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    c.readToEnd();
                    closed.countDown();
                });
                HttpTransport transport = SocketTransport.builder()
                        .maxIdle(Duration.ofMillis(100))
                        .build()) {
            assertThat(text(transport.send(server.request("GET").build()))).isEqualTo("ok");
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aServerThatKeepsConnectionsForAMomentIsNotTakenAtItsLimit() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1, max=5\r\nContent-Length: 2\r\n\r\nok");
                    c.readToEnd();
                    closed.countDown();
                });
                HttpTransport transport =
                        SocketTransport.builder().maxIdle(Duration.ofHours(1)).build()) {
            assertThat(text(transport.send(server.request("GET").build()))).isEqualTo("ok");
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingEndsConnectionsInUseAndAtRest() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(2);
        try (RawServer server = new RawServer(c -> {
            String head = c.readHead();
            if (head.startsWith("GET /x")) {
                c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            } else {
                asked.countDown();
            }
            c.readToEnd();
            closed.countDown();
        })) {
            HttpTransport transport = new SocketTransport();
            HttpResponse first = transport.send(server.request("GET").build());
            Throwable[] thrown = new Throwable[1];
            Thread caller = new Thread(() -> thrown[0] = catchThrowable(
                    () -> transport.send(server.request("GET").path("/stalled").build())));
            caller.start();
            asked.await();
            text(first);
            transport.close();
            caller.join(20_000);
            assertThat(thrown[0])
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(InterruptedIOException.class)
                    .hasMessageContaining("the transport was closed");
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingEndsTheWaitForAConnection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            asked.countDown();
            c.readToEnd();
        })) {
            HttpTransport transport =
                    SocketTransport.builder().maxConnections(1).build();
            Throwable[] thrown = new Throwable[2];
            Thread[] callers = new Thread[2];
            for (int i = 0; i < 2; i++) {
                int index = i;
                callers[i] = new Thread(() -> thrown[index] = catchThrowable(
                        () -> transport.send(server.request("GET").build())));
                callers[i].start();
                asked.await();
            }
            Thread.sleep(50);
            transport.close();
            for (int i = 0; i < 2; i++) {
                callers[i].join(20_000);
                assertThat(thrown[i]).isInstanceOf(IOException.class).hasMessageContaining("the transport");
            }
        }
    }

    @Test
    void aCallerThatGetsNoConnectionIsToldSo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    asked.countDown();
                    c.readToEnd();
                });
                HttpTransport transport =
                        SocketTransport.builder().maxConnections(1).build()) {
            Thread first = new Thread(() ->
                    catchThrowable(() -> transport.send(server.request("GET").build())));
            first.start();
            asked.await();
            assertThatThrownBy(() -> transport.send(
                            server.request("GET").timeouts(100, 5000).build()))
                    .isInstanceOf(ConnectTimeoutException.class)
                    .hasMessageContaining("all 1 connections");
        }
    }

    @Test
    void eachAddressOfAHostIsTried() throws Exception {
        // A server on one of the addresses of localhost only, whichever there are.
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                HttpTransport transport = new SocketTransport()) {
            HttpRequest request = HttpRequest.builder()
                    .origin("http", "localhost:" + server.port())
                    .timeouts(5000, 5000)
                    .build();
            assertThat(text(transport.send(request))).isEqualTo("ok");
        }
    }

    /** Whether its time is up or the transport is closed. */
    @Test
    void aResponseThatIsForgottenHoldsNoConnection() throws Exception {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\nok");
                HttpTransport transport =
                        SocketTransport.builder().maxConnections(1).build()) {
            for (int i = 0; i < 2; i++) {
                HttpResponse forgotten = transport.send(
                        server.request("GET").timeouts(10_000, 300 + 10_000 * i).build());
                assertThat(forgotten.status()).isEqualTo(200);
            }
        }
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\nok")) {
            ConnectionPool pool = new ConnectionPool(9, 1_000_000_000);
            Connection forgotten =
                    pool.take(pool.route(server.request("GET").build()), System.nanoTime(), Watchdog.NEVER);
            assertThat(forgotten).isNotNull();
            assertThat(pool.isDone()).isFalse();
            pool.close();
            assertThat(pool.isDone()).isTrue();
        }
    }

    // ---- bodies of responses ----

    @Test
    void anEndlessBodyThatIsClosedIsNotReadOn() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000\r\n\r\n");
                    try {
                        c.writeForever("x");
                    } finally {
                        closed.countDown();
                    }
                });
                HttpTransport transport = new SocketTransport()) {
            HttpResponse response = transport.send(server.request("GET").build());
            assertThat(response.body().read()).isEqualTo('x');
            long start = System.nanoTime();
            response.close();
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 6\r\n\r\n123456", "Transfer-Encoding: chunked\r\n\r\n6\r\n123456\r\n0\r\n\r\n"})
    void aShortBodyThatIsClosedKeepsTheConnection(String rest) throws Exception {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\n" + rest);
                HttpTransport transport = new SocketTransport()) {
            for (int i = 0; i < 3; i++) {
                HttpResponse response = transport.send(server.request("GET").build());
                assertThat(response.body().read()).isEqualTo('1');
                response.close();
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void aFailureIsNoEndHoweverOftenItIsAskedFor() throws Exception {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n12");
                });
                HttpTransport transport = new SocketTransport()) {
            try (InputStream body =
                    transport.send(server.request("GET").build()).body()) {
                assertThat(body.readNBytes(2)).hasSize(2);
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(body::read)
                            .isInstanceOf(IOException.class)
                            .hasMessageContaining("4 bytes before the end");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200, 1", "HEAD, 204, 2", "GET, 204, 2", "GET, 304, 1", "POST, 204, 2"})
    void whatHasNoBodyHasNoneWhateverItsHeadSays(String method, int status, int connections) throws IOException {
        try (RawServer server = RawServer.responding("HTTP/1.1 " + status + " X\r\nContent-Length: 99\r\n\r\n");
                HttpTransport transport = new SocketTransport()) {
            for (int i = 0; i < 2; i++) {
                HttpResponse response = transport.send(server.request(method).build());
                assertThat(response.status()).isEqualTo(status);
                assertThat(response.headers().first("content-length")).isEqualTo("99");
                assertThat(text(response)).isEmpty();
            }
            assertThat(server.connections).hasValue(connections);
        }
    }

    @Test
    void aBodyWhereNoneMayBeIsNotTheNextResponse() throws IOException {
        String body = "HTTP/1.1 200 OK\r\nX-Smuggled: yes\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 204 X\r\nContent-Length: " + body.length() + "\r\n\r\n");
                    c.readHead();
                    c.write(body);
                });
                HttpTransport transport = new SocketTransport()) {
            for (int i = 0; i < 2; i++) {
                HttpResponse response = transport.send(server.request("GET").build());
                assertThat(response.status()).isEqualTo(204);
                assertThat(response.headers().first("X-Smuggled")).isNull();
            }
            assertThat(server.connections).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 403})
    void aChallengeToARequestWithABodyHasItsBody(int status) throws IOException {
        try (RawServer server = RawServer.responding("HTTP/1.1 " + status
                        + " No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 4\r\n\r\nnope");
                HttpTransport transport = new SocketTransport()) {
            HttpRequest.Builder post = server.request("POST").body(RequestBody.unsafe(new byte[10], 0, 10));
            post.headers().add("Content-Type", "text/plain");
            HttpResponse response = transport.send(post.build());
            assertThat(response.status()).isEqualTo(status);
            assertThat(text(response)).isEqualTo("nope");
        }
    }

    @Test
    void trailersAreThereAfterTheBody() throws IOException {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3;name=\"value\"\r\nabc\r\n00\r\nX-Sum: 1\r\nx-other:  2 \r\n\r\n");
                HttpTransport transport = new SocketTransport()) {
            HttpResponse response = transport.send(server.request("GET").build());
            assertThat(response.trailers().size()).isZero();
            assertThat(text(response)).isEqualTo("abc");
            assertThat(response.trailers().first("x-sum")).isEqualTo("1");
            assertThat(response.trailers().first("X-Other")).isEqualTo("2");
            assertThat(text(transport.send(server.request("GET").build()))).isEqualTo("abc");
            assertThat(server.connections).hasValue(1);
        }
    }

    static List<HttpTransport> transports() {
        return Transports.underTest();
    }

    @Tag("transport")
    @ParameterizedTest
    @MethodSource("transports")
    void valuesAreReadAsUtf8OrElseLatin1(HttpTransport transport) throws IOException {
        byte[] latin = "HTTP/1.1 200 OK\r\nX-Latin: caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf =
                "X-Utf: caf\u00e9 \u20ac \ud83d\ude00\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write(latin);
                    c.write(utf);
                });
                transport) {
            HttpHeaders headers = transport.send(server.request("GET").build()).headers();
            assertThat(headers.first("X-Latin")).isEqualTo("caf\u00e9");
            assertThat(headers.first("X-Utf")).isEqualTo("caf\u00e9 \u20ac \ud83d\ude00");
        }
    }

    // ---- requests ----

    @Test
    void aBodyOfUnknownSizeIsSentInChunksWithTrailers() throws Exception {
        String[] body = new String[1];
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 100 Continue\r\n\r\n");
                    c.readUntil("\r\n0\r\nX-Sum: 7\r\n\r\n");
                    body[0] = c.read.toString();
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                HttpTransport transport = new SocketTransport()) {
            HttpRequest.Builder request = server.request("PUT").body(new RequestBody() {
                @Override
                public long size() {
                    return -1;
                }

                @Override
                public boolean isRepeatable() {
                    return false;
                }

                @Override
                public void writeTo(OutputStream out) throws IOException {
                    out.write("hello".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    out.write(new byte[100_000]);
                }

                @Override
                public HttpHeaders trailers() {
                    return HttpHeaders.builder().add("X-Sum", "7").build();
                }

                @Override
                public byte[] toByteArray() {
                    throw new UnsupportedOperationException();
                }
            });
            assertThat(text(transport.send(request.build()))).isEqualTo("ok");
            assertThat(server.heads.get(0))
                    .contains("\r\nTransfer-Encoding: chunked\r\n", "\r\nExpect: 100-continue\r\n")
                    .doesNotContain("Content-Length");
            assertThat(body[0]).startsWith("5\r\nhello\r\n8000\r\n").endsWith("\r\n0\r\nX-Sum: 7\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 11})
    void aBodyOfAnotherSizeThanItSaysIsNotSentAsARequest(long told) throws IOException {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                HttpTransport transport = new SocketTransport()) {
            HttpRequest.Builder request = server.request("PUT").body(new RequestBody() {
                @Override
                public long size() {
                    return told;
                }

                @Override
                public boolean isRepeatable() {
                    return true;
                }

                @Override
                public void writeTo(OutputStream out) throws IOException {
                    out.write(new byte[10]);
                }

                @Override
                public byte[] toByteArray() {
                    return new byte[10];
                }
            });
            Throwable thrown = catchThrowable(() -> text(transport.send(request.build())));
            // A server that does not wait for the body has responded, which counts as a response.
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(IOException.class);
            }
        }
    }

    /** It closes with most of the request unread, which is a reset for the one that sends it. */
    @Test
    void aResponseBeforeTheRequestIsSentWholeIsTheResponse() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 3\r\n\r\nbig");
                    c.linger();
                });
                HttpTransport transport = SocketTransport.builder()
                        .expectContinueFrom(Long.MAX_VALUE)
                        .build()) {
            for (int i = 0; i < 5; i++) {
                HttpResponse response = transport.send(large(server).build());
                assertThat(response.status()).isEqualTo(413);
                assertThat(text(response)).isEqualTo("big");
            }
        }
    }

    @Test
    void aServerThatRespondsAndCeasesToReadIsHeard() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    // When the buffers between are full, and the write is stuck.
                    Thread.sleep(300);
                    c.write("HTTP/1.1 429 Slow Down\r\nContent-Length: 4\r\n\r\nslow");
                    c.awaitEnd();
                });
                HttpTransport transport = SocketTransport.builder()
                        .expectContinueFrom(Long.MAX_VALUE)
                        .build()) {
            HttpResponse response = transport.send(large(server).build());
            assertThat(response.status()).isEqualTo(429);
            assertThat(text(response)).isEqualTo("slow");
        }
    }

    @Test
    void aProvisionalResponseDoesNotEndAnUpload() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
                    c.readExactly(LARGE.length);
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                HttpTransport transport = SocketTransport.builder()
                        .expectContinueFrom(Long.MAX_VALUE)
                        .build()) {
            assertThat(text(transport.send(large(server).build()))).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @CsvSource({"103, provisional responses do not end", "101, it changes to a protocol"})
    void aServerThatIsAskedAndDoesNotSayIsGivenUp(int status, String reason) throws IOException {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.writeForever("HTTP/1.1 " + status + " X\r\n\r\n");
                });
                HttpTransport transport = new SocketTransport()) {
            assertThatThrownBy(() -> transport.send(large(server).build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aLargeBodyIsSentWhenTheServerWantsIt() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 100 Continue\r\n\r\n");
                    c.readExactly(LARGE.length);
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                HttpTransport transport = new SocketTransport()) {
            assertThat(text(transport.send(large(server).build()))).isEqualTo("ok");
            assertThat(server.heads.get(0)).contains("\r\nExpect: 100-continue\r\n");
        }
    }

    @Test
    void aLargeBodyIsNotSentWhenTheServerDoesNotWantIt() throws Exception {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno");
                    c.readToEnd();
                });
                HttpTransport transport = new SocketTransport()) {
            HttpResponse response = transport.send(large(server).build());
            assertThat(response.status()).isEqualTo(403);
            assertThat(text(response)).isEqualTo("no");
            server.awaitClosed(1);
            assertThat(server.received.get(0)).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotWantToBeAskedGetsTheBody() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    if (c.readHead().contains("Expect:")) {
                        c.write("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n");
                        return;
                    }
                    c.readExactly(LARGE.length);
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                HttpTransport transport = new SocketTransport()) {
            assertThat(text(transport.send(large(server).build()))).isEqualTo("ok");
            assertThat(server.heads).hasSize(2);
        }
    }

    @Test
    void aServerThatDoesNotSayWhetherItWantsABodyGetsItAndIsAskedNoMore() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    while (!c.readHead().isEmpty()) {
                        c.readExactly(LARGE.length);
                        c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    }
                });
                HttpTransport transport = new SocketTransport()) {
            assertThat(text(transport.send(large(server).build()))).isEqualTo("ok");
            assertThat(text(transport.send(large(server).build()))).isEqualTo("ok");
            assertThat(server.heads.get(0)).contains("\r\nExpect: 100-continue\r\n");
            assertThat(server.heads.get(1)).doesNotContain("Expect");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-A, 'a\r\nb'",
        "X-A, 'a\nb'",
        "X-A, 'a\rb'",
        "X-A, 'a\0b'",
        "X-A, '\ud800'",
        "X-A, '\udc00x'",
        "Transfer-Encoding, chunked",
        "Host, other",
        "Content-Length, 7"
    })
    void whatCannotBeSentIsRefusedBeforeAnythingIs(String name, String value) throws IOException {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                HttpTransport transport = new SocketTransport()) {
            HttpRequest.Builder request = server.request("POST").body(RequestBody.unsafe(new byte[3], 0, 3));
            request.headers().add(name, value);
            assertThatThrownBy(() -> transport.send(request.build()))
                    .isInstanceOf(UnsendableRequestException.class)
                    .hasMessageContaining(name)
                    .hasMessageNotContaining(value);
            assertThat(server.connections).hasValue(0);
        }
    }

    @Tag("transport")
    @ParameterizedTest
    @ValueSource(strings = {"X A", "X\r\nA", "X\0", "", "X:", "caf\u00e9"})
    void aNameThatIsNoneIsRefused(String name) throws IOException {
        for (HttpTransport transport : transports()) {
            try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
                HttpRequest.Builder request = server.request("GET");
                request.headers().add(name, "secret");
                assertThatThrownBy(() -> transport.send(request.build()))
                        .isInstanceOf(UnsendableRequestException.class)
                        .hasMessageNotContaining("secret")
                        .hasMessageNotContaining("\n")
                        .hasMessageContaining("header");
                assertThat(server.connections).hasValue(0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GET /, /, , host", "GET, '/a b', , path", "GET, '/', 'a=\r\nX: y', query", "GET, '/\u00e9', , path"})
    void aRequestThatWouldBeTwoIsRefused(String method, String path, String query, String named) throws IOException {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                HttpTransport transport = new SocketTransport()) {
            HttpRequest request = server.request(method).path(path).query(query).build();
            assertThatThrownBy(() -> transport.send(request))
                    .isInstanceOf(UnsendableRequestException.class)
                    .hasMessageContaining(method.equals("GET") ? named : "method");
            assertThat(server.connections).hasValue(0);
        }
    }

    // ---- timeouts and interrupts ----

    @Test
    void theHeadHasATimeoutOfItsOwn() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\n");
                    c.awaitEnd();
                });
                HttpTransport transport = SocketTransport.builder()
                        .headTimeout(Duration.ofMillis(200))
                        .build()) {
            assertThatThrownBy(() -> transport.send(server.request("GET").build()))
                    .isInstanceOf(SocketTimeoutException.class)
                    .isNotInstanceOf(ConnectTimeoutException.class)
                    .hasMessage("timed out while waiting for the response");
        }
    }

    @Test
    void aBodyThatMakesNoProgressIsGivenUp() throws IOException {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    for (int i = 0; i < 8; i++) {
                        Thread.sleep(100);
                        c.write("x");
                    }
                    c.awaitEnd();
                });
                HttpTransport transport = SocketTransport.builder()
                        .headTimeout(Duration.ofSeconds(10))
                        .idleTimeout(Duration.ofMillis(700))
                        .build()) {
            try (HttpResponse response = transport.send(server.request("GET").build())) {
                // Together they take longer than the limit, each of them does not.
                assertThat(response.body().readNBytes(8)).hasSize(8);
                assertThatThrownBy(() -> response.body().read()).isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Test
    void anInterruptEndsAWriteThatIsStuck() throws Exception {
        try (RawServer server = new RawServer(c -> c.awaitEnd());
                HttpTransport transport = SocketTransport.builder()
                        .expectContinueFrom(Long.MAX_VALUE)
                        .build()) {
            Throwable[] thrown = new Throwable[1];
            boolean[] flag = new boolean[1];
            Thread caller = new Thread(() -> {
                thrown[0] = catchThrowable(() -> transport.send(large(server).build()));
                flag[0] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            Thread.sleep(300);
            caller.interrupt();
            caller.join(20_000);
            assertThat(thrown[0])
                    .isInstanceOf(InterruptedIOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThat(flag[0]).isTrue();
        }
    }

    @Test
    void aCallerThatIsInterruptedAlreadySendsNothingAndSpoilsNoConnection() throws Exception {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                HttpTransport transport = new SocketTransport()) {
            text(transport.send(server.request("GET").build()));
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> transport.send(server.request("GET").build()))
                        .isInstanceOf(InterruptedIOException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            text(transport.send(server.request("GET").build()));
            assertThat(server.connections).hasValue(1);
            assertThat(server.heads).hasSize(2);
        }
    }

    @Test
    void aPortWithoutAServerIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (HttpTransport transport = new SocketTransport()) {
            HttpRequest request =
                    HttpRequest.builder().origin("http", "127.0.0.1:" + port).build();
            assertThatThrownBy(() -> transport.send(request)).isInstanceOf(java.net.ConnectException.class);
        }
        try (Socket nobody = new Socket()) {
            assertThat(nobody.isConnected()).isFalse();
        }
    }
}
