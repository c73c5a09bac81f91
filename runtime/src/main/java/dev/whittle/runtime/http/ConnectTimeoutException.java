package dev.whittle.runtime.http;

import java.net.SocketTimeoutException;

/** No connection was made in the time that the request allows for it. */
public final class ConnectTimeoutException extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public ConnectTimeoutException(String message) {
        super(message);
    }
}
