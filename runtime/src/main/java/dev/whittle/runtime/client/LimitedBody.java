package dev.whittle.runtime.client;

import dev.whittle.runtime.error.ResponseTooLargeException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a response, which may only have so many bytes, because it becomes an object in memory. */
final class LimitedBody extends InputStream {
    private final InputStream body;
    private final String operation;
    private final long limit;
    private long left;

    LimitedBody(InputStream body, String operation, long limit) {
        this.body = body;
        this.operation = operation;
        this.limit = limit;
        this.left = limit;
    }

    /** How many bytes were read. */
    long count() {
        return limit - left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * Reads on.
     *
     * @throws ResponseTooLargeException if there is a byte beyond the limit
     */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = body.read(target, offset, length);
        if (count > 0) {
            left -= count;
            if (left < 0) {
                throw new ResponseTooLargeException(operation, limit);
            }
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
