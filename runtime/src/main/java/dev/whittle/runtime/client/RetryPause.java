package dev.whittle.runtime.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the calls of a client wait between two attempts. Tests put one in its place that does not wait. */
class RetryPause {
    private final CountDownLatch end = new CountDownLatch(1);

    RetryPause() {}

    /** The time that waiting takes, as {@link System#nanoTime} counts it. */
    long nanos() {
        return System.nanoTime();
    }

    /** Waits, but no longer than until the client is closed; true if it is. */
    boolean await(long millis) throws InterruptedException {
        return end.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends all waiting, now and later. */
    void end() {
        end.countDown();
    }
}
