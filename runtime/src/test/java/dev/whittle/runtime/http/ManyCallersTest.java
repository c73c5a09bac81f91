package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that come at the same time, over TLS, and how many connections they make. */
@Timeout(120)
class ManyCallersTest {
    private static KeyStore keys;

    @BeforeAll
    static void makeACertificate() throws Exception {
        keys = TlsServer.keys("localhost", "-ext", "SAN=ip:127.0.0.1");
    }

    private static SocketTransport.Builder transport() throws Exception {
        return SocketTransport.builder().sslContext(TlsServer.context(keys));
    }

    private static HttpRequest.Builder get(LoopbackServer server) {
        return HttpRequest.builder().origin("https", server.authority()).timeouts(20_000, 60_000);
    }

    private static String call(HttpTransport transport, LoopbackServer server) throws IOException {
        try (HttpResponse response = transport.send(get(server).build())) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 70, 256})
    void eachCallerKeepsAConnection(int callers) throws Exception {
        // No response before all callers have asked, so that each needs a connection to itself.
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (LoopbackServer server = new LoopbackServer(
                        (request, out) -> {
                            await(together);
                            LoopbackServer.write(out, "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=100\r\n");
                            LoopbackServer.write(out, "Content-Length: 4\r\n\r\nfine");
                            return true;
                        },
                        TlsServer.context(keys).getServerSocketFactory());
                // Long enough that no pause of this machine lets a connection go.
                HttpTransport transport =
                        transport().maxIdle(Duration.ofSeconds(100)).build()) {
            for (int round = 0; round < 4; round++) {
                List<Future<String>> responses = new ArrayList<>();
                for (int i = 0; i < callers; i++) {
                    responses.add(threads.submit(() -> call(transport, server)));
                }
                for (Future<String> response : responses) {
                    assertThat(response.get()).isEqualTo("fine");
                }
            }
            assertThat(server.connections).hasValue(callers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) throws IOException, InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    @Test
    void callersBeyondTheLimitWaitForAConnection() throws Exception {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try (LoopbackServer server = new LoopbackServer(
                        (request, out) -> {
                            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
                            Thread.sleep(5);
                            busy.decrementAndGet();
                            return LoopbackServer.ok(out, "fine");
                        },
                        TlsServer.context(keys).getServerSocketFactory());
                HttpTransport transport = transport().maxConnections(3).build()) {
            List<Future<String>> responses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                responses.add(threads.submit(() -> call(transport, server)));
            }
            for (Future<String> response : responses) {
                assertThat(response.get()).isEqualTo("fine");
            }
            assertThat(server.connections).hasValueLessThanOrEqualTo(3);
            assertThat(most).hasValueLessThanOrEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void connectionsAreGivenBackHoweverACallEnds() throws Exception {
        CountDownLatch ending = new CountDownLatch(1);
        try (LoopbackServer server = new LoopbackServer(
                        (request, out) -> {
                            if (request.contains("/broken")) {
                                return false;
                            }
                            if (request.contains("/stalled")) {
                                LoopbackServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
                                ending.await();
                            }
                            return LoopbackServer.ok(out, "fine");
                        },
                        TlsServer.context(keys).getServerSocketFactory());
                HttpTransport transport = transport().maxConnections(1).build()) {
            for (int i = 0; i < 4; i++) {
                HttpRequest.Builder broken = get(server).method("PUT").path("/broken");
                broken.body(RequestBody.empty());
                assertThatThrownBy(() -> transport.send(broken.build())).isInstanceOf(IOException.class);
                HttpRequest.Builder stalled = get(server).path("/stalled").timeouts(20_000, 1000);
                assertThatThrownBy(() -> {
                            try (HttpResponse response = transport.send(stalled.build())) {
                                response.body().readAllBytes();
                            }
                        })
                        .isInstanceOf(IOException.class);
                HttpResponse unread = transport.send(get(server).build());
                unread.close();
                unread.close();
                assertThat(call(transport, server)).isEqualTo("fine");
            }
        } finally {
            ending.countDown();
        }
    }

    /** A write to a server that has ceased to read waits until the connection is closed below it. */
    @Test
    void aServerThatDoesNotReadEndsAtTheTimeout() throws Exception {
        List<Socket> kept = new ArrayList<>();
        try (ServerSocket server = TlsServer.context(keys)
                        .getServerSocketFactory()
                        .createServerSocket(0, 9, InetAddress.getLoopbackAddress());
                HttpTransport transport =
                        transport().expectContinueFrom(Long.MAX_VALUE).build()) {
            Thread acceptor = new Thread(() -> {
                try {
                    while (true) {
                        SSLSocket socket = (SSLSocket) server.accept();
                        kept.add(socket);
                        socket.startHandshake();
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            acceptor.start();
            byte[] body = new byte[50 << 20];
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> transport.send(HttpRequest.builder()
                                .method("PUT")
                                .origin("https", "127.0.0.1:" + server.getLocalPort())
                                .timeouts(5_000, 1500)
                                .body(RequestBody.unsafe(body, 0, body.length))
                                .build()))
                        .isInstanceOf(SocketTimeoutException.class);
            }
        } finally {
            for (Socket socket : kept) {
                socket.close();
            }
        }
    }
}
