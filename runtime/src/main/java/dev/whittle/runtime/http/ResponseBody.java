package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, which gives its connection back when its last byte is read. Closing it before that reads what
 * little is left and has arrived, and otherwise closes the connection; it never fails. One thread reads; another one that closes meanwhile ends the connection, so that the
 * reader gets an exception.
 */
abstract class ResponseBody extends InputStream {
    private static final int DRAIN_LIMIT = 8 * 1024;

    /** How long closing waits for the rest of a short body. */
    private static final long DRAIN_NANOS = 50_000_000;

    private static final String IS_CLOSED = "the body of the response is closed";

    /** No thread uses the connection: nothing was read so far, the last read has ended, or so has the body. */
    private static final int IDLE = 0;

    /** A thread reads, or closes. */
    private static final int BUSY = 1;

    /** Closed before the end, perhaps while a thread reads. */
    private static final int CLOSED = 2;

    private final boolean kept;
    private final long idleNanos;
    private final AtomicInteger state = new AtomicInteger();
    private volatile @Nullable Connection connection;
    private volatile boolean closed;
    private @Nullable String failure;

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
        if (state.compareAndSet(BUSY, IDLE)) {
            from.release(kept, idleNanos);
        } else {
            // Closed by another thread, which counts on the end of the connection.
            from.close();
        }
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
                throw new IOException(IS_CLOSED);
            }
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        if (!state.compareAndSet(IDLE, BUSY)) {
            throw new IOException(closed ? IS_CLOSED : "another thread reads the body of the response");
        }
        try {
            return receive(from, target, offset, length);
        } finally {
            state.compareAndSet(BUSY, IDLE);
        }
    }

    private int receive(Connection from, byte[] target, int offset, int length) throws IOException {
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
        if (state.compareAndSet(IDLE, BUSY)) {
            Connection from = connection;
            if (from == null) {
                state.compareAndSet(BUSY, IDLE);
                return;
            }
            closed = true;
            if (kept && left() <= DRAIN_LIMIT) {
                drain(from);
            }
            state.set(CLOSED);
            if (connection != null) {
                connection = null;
                from.close();
            }
        } else if (state.compareAndSet(BUSY, CLOSED)) {
            // Another thread waits for bytes, and must not share the connection with a later response.
            closed = true;
            Connection from = connection;
            if (from != null) {
                from.close();
            }
        }
    }

    private void drain(Connection from) {
        try {
            from.idleLimit(0);
            from.phase("closing the response", System.nanoTime() + DRAIN_NANOS);
            byte[] rest = new byte[1024];
            int drained = 0;
            while (drained < DRAIN_LIMIT && connection != null) {
                drained += receive(from, rest, 0, rest.length);
            }
        } catch (IOException e) {
            // It takes too long, or fails: the connection is closed.
            return;
        }
    }
}
