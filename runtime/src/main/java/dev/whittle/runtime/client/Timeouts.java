package dev.whittle.runtime.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time limits of a client's calls; zero means none. */
final class Timeouts {
    static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(120));

    private final Duration connect;
    private final Duration attempt;
    private final Duration call;

    Timeouts(Duration connect, Duration attempt, Duration call) {
        this.connect = connect;
        this.attempt = attempt;
        this.call = call;
    }

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if it is negative, or so long that it cannot be counted in milliseconds
     */
    static Duration checked(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.toSeconds() > Integer.MAX_VALUE / 1000) {
            throw new IllegalArgumentException(name + " must be 0 to 24 days, but is " + timeout);
        }
        return timeout;
    }

    Timeouts withConnect(Duration timeout) {
        return new Timeouts(checked("connectTimeout", timeout), attempt, call);
    }

    Timeouts withAttempt(@Nullable Duration timeout) {
        return timeout == null ? this : new Timeouts(connect, checked("attemptTimeout", timeout), call);
    }

    Timeouts withCall(@Nullable Duration timeout) {
        return timeout == null ? this : new Timeouts(connect, attempt, checked("callTimeout", timeout));
    }

    Duration connect() {
        return connect;
    }

    Duration attempt() {
        return attempt;
    }

    Duration call() {
        return call;
    }
}
