package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts the time of one call against its limits. */
final class CallTimer {
    private static final long MILLI = 1_000_000;

    private final Timeouts timeouts;
    private final long start = System.nanoTime();

    CallTimer(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /** How long a connection may take, in milliseconds; 0 means no limit. */
    int connectMillis() {
        return millis(timeouts.connect());
    }

    /**
     * How long an attempt that starts now may take, in milliseconds; 0 means no limit.
     *
     * @throws CallTimeoutException if the call has no time left
     */
    int attemptMillis(String operation) {
        int attempt = millis(timeouts.attempt());
        int call = millis(timeouts.call());
        if (call == 0) {
            return attempt;
        }
        long left = call - elapsedMillis();
        if (left <= 0) {
            throw new CallTimeoutException(operation + ": no time is left", "callTimeout", timeouts.call(), null);
        }
        return attempt == 0 ? (int) left : (int) Math.min(left, attempt);
    }

    /** The exception for a connection that took too long. */
    CallTimeoutException connecting(String message, @Nullable Throwable cause) {
        return new CallTimeoutException(message, "connectTimeout", timeouts.connect(), cause);
    }

    /** The exception for an attempt that took too long: whichever limit it was that ended it. */
    CallTimeoutException attempting(String message, @Nullable Throwable cause) {
        int call = millis(timeouts.call());
        // An attempt cut short by the call's limit ends when the call's time is up, give or take a timer's tick.
        boolean whole = call != 0 && (timeouts.attempt().isZero() || elapsedMillis() + 5 >= call);
        return whole
                ? new CallTimeoutException(message, "callTimeout", timeouts.call(), cause)
                : new CallTimeoutException(message, "attemptTimeout", timeouts.attempt(), cause);
    }

    private long elapsedMillis() {
        return (System.nanoTime() - start) / MILLI;
    }

    // A limit below a millisecond is still a limit.
    private static int millis(Duration limit) {
        return limit.isZero() ? 0 : (int) Math.max(1, limit.toMillis());
    }
}
