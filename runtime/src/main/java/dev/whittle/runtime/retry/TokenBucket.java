package dev.whittle.runtime.retry;

import java.util.concurrent.atomic.AtomicInteger;

/** The budget that all retries of a client come out of, so that a service in trouble does not get more requests. */
final class TokenBucket {
    private static final int CAPACITY = 500;

    private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

    /** Takes tokens; false if there are too few. */
    boolean take(int count) {
        int before = tokens.get();
        while (before >= count) {
            if (tokens.compareAndSet(before, before - count)) {
                return true;
            }
            before = tokens.get();
        }
        return false;
    }

    /** Gives tokens back, up to the capacity. */
    void give(int count) {
        int before = tokens.get();
        while (before < CAPACITY && !tokens.compareAndSet(before, Math.min(CAPACITY, before + count))) {
            before = tokens.get();
        }
    }
}
