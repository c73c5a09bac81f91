package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Virtual threads as callers: they wait without holding a thread of the system, and are released like others. */
@Timeout(60)
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
    private static ExecutorService threads;

    @BeforeAll
    static void find() throws Exception {
        threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    /** Far more callers wait at the same time than there are threads below them. */
    @Test
    void manyCallersWaitTogether() throws Exception {
        int callers = 300;
        CountDownLatch together = new CountDownLatch(callers);
        try (RawServer server = new RawServer(c -> {
                    while (!c.readHead().isEmpty()) {
                        together.countDown();
                        together.await();
                        c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    }
                });
                HttpTransport transport = new SocketTransport()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(() -> {
                    try (HttpResponse response =
                            transport.send(server.request("GET").build())) {
                        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
                    }
                }));
            }
            for (Future<String> one : all) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo("ok");
            }
            assertThat(server.connections).hasValue(callers);
        }
    }

    @Test
    void anInterruptReleasesTheCaller() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Throwable[] thrown = new Throwable[1];
        AtomicInteger flags = new AtomicInteger();
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    asked.countDown();
                    c.readToEnd();
                });
                HttpTransport transport = new SocketTransport()) {
            Future<?> caller = threads.submit(() -> {
                thrown[0] = catchThrowable(
                        () -> transport.send(server.request("GET").build()));
                flags.set(Thread.currentThread().isInterrupted() ? 1 : 0);
                released.countDown();
            });
            asked.await();
            caller.cancel(true);
            assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(thrown[0])
                    .isInstanceOf(InterruptedIOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThat(flags).hasValue(1);
        }
    }

    @Test
    void aTimeoutAndClosingReleaseTheCaller() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            asked.countDown();
            c.readToEnd();
        })) {
            HttpTransport transport = new SocketTransport();
            Future<Throwable> timed = threads.submit(() -> catchThrowable(() ->
                    transport.send(server.request("GET").timeouts(5000, 300).build())));
            Future<Throwable> closed = threads.submit(() ->
                    catchThrowable(() -> transport.send(server.request("GET").build())));
            assertThat(timed.get(10, TimeUnit.SECONDS)).isInstanceOf(SocketTimeoutException.class);
            asked.await();
            transport.close();
            assertThat(closed.get(10, TimeUnit.SECONDS)).hasMessageContaining("the transport was closed");
        }
    }
}
