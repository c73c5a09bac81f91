package dev.whittle.runtime.wait;

import dev.whittle.runtime.error.CallInterruptedException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Where a waiter waits between two calls. Tests put one in its place that does not wait. */
class WaiterPause {
    WaiterPause() {}

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

    /** Waits; an interrupted thread is released at once. */
    final void hold(long nanos) {
        try {
            await(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted while waiting for the next call", e);
        }
    }

    static Duration positive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + ": " + duration + " is not more than zero");
        }
        return duration;
    }
}
