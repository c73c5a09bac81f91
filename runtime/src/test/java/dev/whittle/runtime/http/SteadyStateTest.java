package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers over TLS that call again and again: once each has a connection, no other is opened. */
@Timeout(180)
class SteadyStateTest {
    private static final int CALLS = 4000;

    private static KeyStore keys;

    @BeforeAll
    static void makeACertificate() throws Exception {
        keys = TlsServer.keys("localhost", "-ext", "SAN=ip:127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64, 256})
    void threadsOpenNoFurtherConnection(int callers) throws Exception {
        run(callers, Executors.newFixedThreadPool(callers));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64, 256})
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsOpenNoFurtherConnection(int callers) throws Exception {
        run(callers, (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    }

    private static void run(int callers, ExecutorService threads) throws Exception {
        CyclicBarrier together = new CyclicBarrier(callers);
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(
                        c -> {
                            while (!c.readHead().isEmpty()) {
                                // At first no response before all callers have asked, so that each has a connection.
                                if (requests.incrementAndGet() <= callers) {
                                    await(together);
                                }
                                c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                            }
                        },
                        TlsServer.context(keys).getServerSocketFactory());
                HttpTransport transport = SocketTransport.builder()
                        .sslContext(TlsServer.context(keys))
                        .build()) {
            HttpRequest request = server.request("GET")
                    .origin("https", "127.0.0.1:" + server.port())
                    .timeouts(60_000, 60_000)
                    .build();
            CountDownLatch warm = new CountDownLatch(callers);
            CountDownLatch steady = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(() -> {
                    call(transport, request);
                    warm.countDown();
                    steady.await();
                    for (int left = CALLS / callers; left > 0; left--) {
                        call(transport, request);
                    }
                    return null;
                }));
            }
            assertThat(warm.await(60, TimeUnit.SECONDS)).isTrue();
            int before = server.connections.get();
            steady.countDown();
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(before).isEqualTo(callers);
            int opened = server.connections.get() - before;
            assertThat(opened * 1000.0 / CALLS)
                    .as("connections opened for 1,000 calls of %d callers", callers)
                    .isZero();
            assertThat(requests).hasValue(callers + CALLS / callers * callers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void call(HttpTransport transport, HttpRequest request) throws Exception {
        try (HttpResponse response = transport.send(request)) {
            assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("ok");
        }
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
