package dev.whittle.runtime.wait;

import dev.whittle.runtime.error.CallException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A waiter's time was up, or its number of calls, before a response was what it waited for. If the last call had an error
 * that the waiter ignored, it is the {@link #getCause cause}; else there is the {@linkplain #lastResponse last response}. How many
 * calls were made is told by {@link #attempts}.
 */
public final class WaiterTimeoutException extends CallException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration maxWait;
    private final transient @Nullable Object lastResponse;

    WaiterTimeoutException(
            String waiter,
            @Nullable Duration maxWait,
            int calls,
            @Nullable Object lastResponse,
            @Nullable Throwable lastError) {
        super(
                waiter + "the expected state was not reached after " + calls + (calls == 1 ? " call" : " calls") + " ("
                        + (maxWait == null ? "maxAttempts" : "maxWait of " + text(maxWait)) + " reached)",
                lastError);
        this.maxWait = maxWait;
        this.lastResponse = lastResponse;
        initAttempts(calls);
    }

    /** The limit that was reached; null if that is the number of calls. */
    public @Nullable Duration maxWait() {
        return maxWait;
    }

    /**
     * The response of the last call. It is not part of the message, because it may hold secrets.
     *
     * @return the response, of the type that the waiter's call has; null if the last call had an error, or if this exception
     *     was serialized
     */
    public @Nullable Object lastResponse() {
        return lastResponse;
    }

    private static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
