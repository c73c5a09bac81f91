package dev.whittle.runtime.http;

import java.io.IOException;

/** The body of a request could not be read, or has another size than it announced. The request was not sent to its end. */
public final class RequestBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what the body failed with. */
    public RequestBodyException(IOException cause) {
        super("the body of the request cannot be sent: " + cause.getMessage(), cause);
    }
}
