package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    /** As {@code HttpURLConnection.disconnect} does now and then, when the connection ends by itself meanwhile. */
    @Test
    void anExchangeThatCannotBeAbortedIsNoHarmToOthers() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Watchdog.SHARED.watch(overdue(() -> {
            failed.countDown();
            throw new NullPointerException("this.http is null");
        }));
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        CountDownLatch aborted = new CountDownLatch(1);
        Watchdog.SHARED.watch(overdue(aborted::countDown));
        assertThat(aborted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** It rests longer while there is nothing to watch, but never beyond the end of what comes. */
    @Test
    void restingDelaysNoEnd() throws Exception {
        for (int i = 0; i < 20; i++) {
            Thread.sleep(60);
            long end = System.nanoTime() + 30_000_000;
            CountDownLatch aborted = new CountDownLatch(1);
            Watchdog.SHARED.watch(overdue(end, aborted::countDown));
            assertThat(aborted.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(System.nanoTime()).isGreaterThanOrEqualTo(end);
        }
    }

    private static Watchdog.Watch overdue(Runnable abort) {
        return overdue(System.nanoTime(), abort);
    }

    private static Watchdog.Watch overdue(long end, Runnable abort) {
        return new Watchdog.Watch() {
            @Override
            boolean isOverdue(long now) {
                return now - end >= 0;
            }

            @Override
            void abort() {
                abort.run();
            }
        };
    }
}
