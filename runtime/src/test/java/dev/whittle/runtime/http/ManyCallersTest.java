package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who come at the same time, over TLS, and how many connections they make. */
@Timeout(120)
class ManyCallersTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static SSLSocketFactory before;
    private static RecordingFactory factory;
    private static KeyStore keys;

    @BeforeAll
    static void trustACertificateOfOurOwn() throws Exception {
        Path file = folder.resolve("localhost.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        before = HttpsURLConnection.getDefaultSSLSocketFactory();
        factory = new RecordingFactory(context().getSocketFactory());
        HttpsURLConnection.setDefaultSSLSocketFactory(factory);
    }

    @AfterAll
    static void restore() {
        HttpsURLConnection.setDefaultSSLSocketFactory(before);
    }

    private static SSLContext context() throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
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
        // No answer before all callers have asked, so that each needs a connection to itself.
        CyclicBarrier together = new CyclicBarrier(callers);
        int before = factory.throughLanes.get();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (LoopbackServer server = new LoopbackServer(
                        (request, out) -> {
                            await(together);
                            // Said by the server, so that no pause of this machine lets them go.
                            LoopbackServer.write(out, "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=100\r\n");
                            LoopbackServer.write(out, "Content-Length: 4\r\n\r\nfine");
                            return true;
                        },
                        context().getServerSocketFactory());
                HttpTransport transport = new UrlConnectionTransport()) {
            for (int round = 0; round < 4; round++) {
                List<Future<String>> answers = new ArrayList<>();
                for (int i = 0; i < callers; i++) {
                    answers.add(threads.submit(() -> call(transport, server)));
                }
                for (Future<String> answer : answers) {
                    assertThat(answer.get()).isEqualTo("fine");
                }
            }
            assertThat(server.connections).hasValue(callers);
            assertThat(factory.throughLanes.get() - before).isEqualTo(callers);
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
    void placesAreGivenBackHoweverACallEnds() throws Exception {
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
                        context().getServerSocketFactory());
                HttpTransport transport = new UrlConnectionTransport()) {
            for (int i = 0; i < 4; i++) {
                HttpRequest.Builder broken = get(server).method("PUT").path("/broken");
                broken.body(RequestBody.empty());
                assertThatThrownBy(() -> transport.send(broken.build())).isInstanceOf(IOException.class);
                HttpRequest.Builder stalled = get(server).path("/stalled").timeouts(20_000, 200);
                assertThatThrownBy(() -> {
                            try (HttpResponse answer = transport.send(stalled.build())) {
                                answer.body().readAllBytes();
                            }
                        })
                        .isInstanceOf(IOException.class);
                HttpResponse unread = transport.send(get(server).build());
                unread.close();
                unread.close();
                assertThat(call(transport, server)).isEqualTo("fine");
                assertThat(Lanes.callers(server.authority())).isZero();
            }
        } finally {
            ending.countDown();
        }
    }

    /** The factory of the process, which knows whether a lane asked for a socket. */
    private static final class RecordingFactory extends SSLSocketFactory {
        private final SSLSocketFactory original;
        private final AtomicInteger throughLanes = new AtomicInteger();

        RecordingFactory(SSLSocketFactory original) {
            this.original = original;
        }

        private SSLSocketFactory original() {
            StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
            if (walker.walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == LaneSocketFactory.class))) {
                throughLanes.incrementAndGet();
            }
            return original;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return original.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return original.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return original().createSocket();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return original().createSocket(socket, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return original().createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return original().createSocket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return original().createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return original().createSocket(host, port, local, localPort);
        }
    }

    /** Closing a TLS connection waits for whoever writes to it, which must not take the time limits of others along. */
    @Test
    void aServerThatDoesNotReadEndsAtTheTimeLimit() throws Exception {
        List<Socket> kept = new ArrayList<>();
        try (ServerSocket server =
                        context().getServerSocketFactory().createServerSocket(0, 9, InetAddress.getLoopbackAddress());
                HttpTransport transport = new UrlConnectionTransport()) {
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
                                .timeouts(5_000, 500)
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
