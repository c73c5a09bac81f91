package dev.whittle.runtime.error;

/** The client was closed before the call, or while it was going on. */
public final class ClientClosedException extends CallException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which client, and which call
     */
    public ClientClosedException(String message) {
        super(message, null);
    }
}
