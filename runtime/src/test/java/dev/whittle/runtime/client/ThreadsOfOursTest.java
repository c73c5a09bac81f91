package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.SocketTransport;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The threads that outlive a call hold on to nothing of the application that made it. */
@Timeout(180)
class ThreadsOfOursTest {
    private static void awaitEnd(String name) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (Applications.isRunning(name) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(Applications.isRunning(name)).isFalse();
    }

    @Test
    void theWatchdogForgetsTheFirstCaller() throws Exception {
        awaitEnd("whittle-watchdog");
        try (FaultServer server = new FaultServer(c -> {
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                    c.stall();
                });
                HttpTransport transport = new SocketTransport()) {
            List<WeakReference<?>> references = Applications.run(() -> Applications.send(transport, server));
            assertThat(Applications.isRunning("whittle-watchdog")).isTrue();
            Applications.assertForgotten(references);
            // Its connection rests, so that the thread is there all the time.
            assertThat(Applications.isRunning("whittle-watchdog")).isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theThreadThatAwaitsAProcessForgetsTheFirstCaller() throws Exception {
        CredentialsProvider provider = CredentialsProvider.process(
                List.of("sh", "-c", "echo '{\"Version\":1,\"AccessKeyId\":\"AKID\",\"SecretAccessKey\":\"secret\"}'"));
        Applications.assertForgotten(Applications.run(provider::credentials));
    }

    @Test
    void theThreadsOfAsynchronousCallsForgetTheFirstCaller() throws Exception {
        var pool = AsyncThreads.pool();
        CountDownLatch ran = new CountDownLatch(1);
        List<WeakReference<?>> references = Applications.run(() -> pool.execute(ran::countDown));
        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.getPoolSize()).isEqualTo(1);
        // Others go on calling.
        for (int i = 0; i < 3; i++) {
            CountDownLatch again = new CountDownLatch(1);
            pool.execute(again::countDown);
            assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
        }
        Applications.assertForgotten(references);
        pool.shutdown();
    }
}
