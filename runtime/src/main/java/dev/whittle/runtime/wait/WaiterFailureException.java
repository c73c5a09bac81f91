package dev.whittle.runtime.wait;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The service is in a state from which it does not get where the waiter wants it. If an error said so, it is the {@link
 * #getCause cause}; else there is the {@linkplain #lastResponse last response}. How many calls were made is told by {@link
 * #attempts}.
 */
public final class WaiterFailureException extends CallException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object lastResponse;

    WaiterFailureException(String waiter, int calls, @Nullable Object lastResponse, @Nullable ServiceException error) {
        super(
                waiter + ": the expected state cannot be reached any more, according to "
                        + (error == null ? "the response" : "an error")
                        + " after " + calls + (calls == 1 ? " call" : " calls"),
                error);
        this.lastResponse = lastResponse;
        initAttempts(calls);
    }

    /**
     * The response that says so. It is not part of the message, because it may hold secrets.
     *
     * @return the response, of the type that the operation has; null if it was an error, or if this exception was
     *     serialized
     */
    public @Nullable Object lastResponse() {
        return lastResponse;
    }
}
