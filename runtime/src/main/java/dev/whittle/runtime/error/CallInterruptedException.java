package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted while it waited for a response. Its interrupt flag is still set.
 */
public final class CallInterruptedException extends TransportException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened
     * @param cause what it happened because of, if that is an exception
     */
    public CallInterruptedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
