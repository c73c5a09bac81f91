package dev.whittle.runtime.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A time limit was reached before the response was complete. */
public final class CallTimeoutException extends TransportException {
    private static final long serialVersionUID = 1L;

    private final String timeout;
    private final Duration limit;

    /**
     * Makes the exception.
     *
     * @param message what was being waited for
     * @param timeout the setting that set the limit: {@code connectTimeout}, {@code attemptTimeout} or {@code
     *     callTimeout}
     * @param limit the value of that setting
     * @param cause what the transport threw, if it did
     */
    public CallTimeoutException(String message, String timeout, Duration limit, @Nullable Throwable cause) {
        super(message + " (" + timeout + " of " + seconds(limit) + " reached)", cause);
        this.timeout = timeout;
        this.limit = limit;
    }

    /** The setting that set the limit: {@code connectTimeout}, {@code attemptTimeout} or {@code callTimeout}. */
    public String timeout() {
        return timeout;
    }

    /** The value of that setting. */
    public Duration limit() {
        return limit;
    }

    private static String seconds(Duration limit) {
        long millis = limit.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
