package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * No response came: the connection could not be made, broke, or took too long. Whether the service has acted on the request is not known.
 */
public class TransportException extends CallException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened
     * @param cause what it happened because of, if that is an exception
     */
    public TransportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
