package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, which gives its connection back when its last byte is read. Closing it before that reads what
 * little is left and has arrived, and otherwise closes the connection; it never fails.
 */
abstract class ResponseBody extends InputStream {
    private static final int DRAIN_LIMIT = 8 * 1024;

    /** How long closing waits for the rest of a short body. */
    private static final long DRAIN_NANOS = 50_000_000;

    private final boolean kept;
    private final long idleNanos;
    private @Nullable Connection connection;
    private @Nullable String failure;
    private boolean closed;

    ResponseBody(Connection connection, HeadReader head, boolean kept) {
        this.connection = connection;
        this.kept = kept;
        this.idleNanos = head.idleNanos();
    }

    /** Reads at least one byte; -1 at the end, where {@link #finish} has been called. */
    abstract int next(Connection from, byte[] target, int offset, int length) throws IOException;

    /** How many bytes are left, as far as that is known. */
    abstract long left();

    /** The fields behind the body, when it is read to its end. */
    HttpHeaders trailers() {
        return HttpHeaders.empty();
    }

    /** The body has ended where it should. */
    final void finish(Connection from) {
        connection = null;
        from.release(kept, idleNanos);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        Connection from = connection;
        if (from == null) {
            // A failure must not look like the end to a reader that goes on.
            if (failure != null) {
                throw new IOException(failure);
            }
            if (closed) {
                throw new IOException("the body of the response is closed");
            }
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        boolean read = false;
        try {
            int count = next(from, target, offset, length);
            read = true;
            return count;
        } catch (IOException e) {
            failure = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
            throw e;
        } finally {
            if (!read) {
                connection = null;
                from.close();
            }
        }
    }

    /** Reads from the buffer, or past it what it has no use for. */
    static int take(Connection from, byte[] target, int offset, int length) throws IOException {
        int buffered = from.limit - from.position;
        if (buffered == 0) {
            if (length >= 1024) {
                return from.read(target, offset, length);
            }
            buffered = from.fill();
            if (buffered < 0) {
                return -1;
            }
        }
        int count = Math.min(buffered, length);
        System.arraycopy(from.buffer, from.position, target, offset, count);
        from.position += count;
        return count;
    }

    @Override
    public final int available() {
        Connection from = connection;
        return from == null ? 0 : (int) Math.min(left(), from.limit - from.position);
    }

    @Override
    public final void close() {
        Connection from = connection;
        if (from == null || closed) {
            return;
        }
        if (kept && left() <= DRAIN_LIMIT) {
            drain(from);
        }
        closed = true;
        if (connection != null) {
            connection = null;
            from.close();
        }
    }

    private void drain(Connection from) {
        try {
            from.idleLimit(0);
            from.phase("closing the response", System.nanoTime() + DRAIN_NANOS);
            byte[] rest = new byte[1024];
            int drained = 0;
            while (drained < DRAIN_LIMIT && connection != null) {
                drained += read(rest, 0, rest.length);
            }
        } catch (IOException e) {
            // It takes too long, or fails: the connection is closed.
            return;
        }
    }
}
