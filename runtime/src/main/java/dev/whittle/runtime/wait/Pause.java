package dev.whittle.runtime.wait;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Where a waiter waits between two calls. Tests put one in its place that does not wait. */
class Pause {
    Pause() {}

    /** The time that waiting takes, as {@link System#nanoTime} counts it. */
    long nanos() {
        return System.nanoTime();
    }

    /** A number from the first to the second, both included. */
    long between(long least, long most) {
        return least == most ? least : ThreadLocalRandom.current().nextLong(least, most + 1);
    }

    void await(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
    }
}
