package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** One response, whose body is still to be read. */
public final class HttpResponse implements AutoCloseable {
    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;

    /**
     * Makes a response.
     *
     * @param body the body; an empty stream when there is none. Closing it gives the connection back
     * @throws NullPointerException if headers or body are null
     */
    public HttpResponse(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers must not be null");
        this.body = Objects.requireNonNull(body, "body must not be null");
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The body; reading it throws the same exceptions as {@link HttpTransport#send}. */
    public InputStream body() {
        return body;
    }

    /** The fields that followed a body in chunks or of a two-way stream, once it is read to its end; none before, and with other transports. */
    public HttpHeaders trailers() {
        if (body instanceof ResponseBody read) {
            return read.trailers();
        }
        return body instanceof TwoWayBody read ? read.trailers() : HttpHeaders.empty();
    }

    /** Closes the body. A transport can use the connection again if it was read to its end. */
    @Override
    public void close() throws IOException {
        body.close();
    }
}
