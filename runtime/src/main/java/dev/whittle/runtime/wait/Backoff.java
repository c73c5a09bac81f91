package dev.whittle.runtime.wait;

import java.time.Duration;

/**
 * How long to wait between two calls: exponentially longer from the least delay to the most, with jitter, and the last
 * time just so long that the last call is made the least delay before the time is up. That is the algorithm of the
 * <a href="https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries">waiters of Smithy</a>.
 */
final class Backoff {
    /** There is no time for another call. */
    static final long NO_TIME = -1;

    private final long maxWait;
    private final long minDelay;
    private final long maxDelay;
    private final WaiterPause pause;
    private final long start;
    private long delay;
    private boolean last;

    Backoff(Duration maxWait, Duration minDelay, Duration maxDelay, WaiterPause pause) {
        this.maxWait = nanos(maxWait);
        this.minDelay = nanos(minDelay);
        this.maxDelay = nanos(maxDelay);
        this.pause = pause;
        this.start = pause.nanos();
        this.delay = this.minDelay;
    }

    /** The nanoseconds to wait before the next call, or {@link #NO_TIME}. */
    long next() {
        long left = maxWait - (pause.nanos() - start);
        if (last || left <= minDelay) {
            return NO_TIME;
        }
        long wait = pause.between(minDelay, delay);
        delay = delay > maxDelay / 2 ? maxDelay : delay * 2;
        if (left - wait <= minDelay) {
            last = true;
            wait = left - minDelay;
        }
        return wait;
    }

    /** What is longer than 292 years is as long as that. */
    static long nanos(Duration duration) {
        return duration.toSeconds() >= Long.MAX_VALUE / 1_000_000_000 ? Long.MAX_VALUE / 2 : duration.toNanos();
    }
}
