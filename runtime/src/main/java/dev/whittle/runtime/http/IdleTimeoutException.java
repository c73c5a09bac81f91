package dev.whittle.runtime.http;

import java.net.SocketTimeoutException;

/** While a body was transferred, the other side did nothing for longer than the idle timeout. */
public final class IdleTimeoutException extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    private final long limitMillis;

    /**
     * Makes the exception.
     *
     * @param limitMillis the idle timeout, in milliseconds
     */
    public IdleTimeoutException(String message, long limitMillis) {
        super(message);
        this.limitMillis = limitMillis;
    }

    /** The idle timeout, in milliseconds. */
    public long limitMillis() {
        return limitMillis;
    }
}
