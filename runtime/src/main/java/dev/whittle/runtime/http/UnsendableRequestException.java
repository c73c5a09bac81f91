package dev.whittle.runtime.http;

import java.net.ProtocolException;

/**
 * A request cannot be sent as it is, and no byte of it was sent: a header, the method or the URL holds what HTTP does not
 * allow there. The message names the header and quotes no value. Sending the same request again fails again.
 */
public final class UnsendableRequestException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what cannot be sent, and why
     */
    public UnsendableRequestException(String message) {
        super(message);
    }
}
