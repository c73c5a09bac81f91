package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The client did not send the request, or not to its end, because it cannot be sent as the caller made it: a header would hold a line break,
 * a label of the path would be {@code ..}, a timestamp is out of range, a required member is not set, a streamed body fails. The message names
 * the operation and, where there is one, the member; it never has the value. Calling again with the same input fails in
 * the same way.
 */
public class RequestNotSentException extends CallException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message the operation, and what is wrong with its request
     * @param cause what it happened because of, if that is an exception
     */
    public RequestNotSentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
