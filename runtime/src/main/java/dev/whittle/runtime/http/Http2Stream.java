package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The only stream of a connection: what the caller, the thread that reads frames and the thread that sends the body know of
 * each other. Whichever of them ends it closes the connection, and thereby releases the other two.
 */
final class Http2Stream {
    /** The number of the stream. */
    static final int ID = 1;

    /** How many bytes of the response the server may send that the caller has not read. */
    static final int WINDOW = 1 << 20;

    /** How many bytes either side may send before it knows the settings of the other. */
    static final int DEFAULT_WINDOW = 65535;

    /** How long the last frames may take. */
    private static final long GOODBYE_NANOS = 50_000_000;

    /** How long the response is waited for after the request could not be sent. */
    private static final long EARLY_NANOS = 2_000_000_000L;

    final Http2Writer writer;
    final SendWindow window = new SendWindow();
    private final Connection connection;
    private final long idleNanos;

    private final ReentrantLock lock = new ReentrantLock();

    /** Signalled when the caller may find something new. */
    private final Condition readable = lock.newCondition();

    // All below is guarded by the lock.

    private @Nullable Http2Head head;
    private HttpHeaders trailers = HttpHeaders.empty();

    /** What was received and not read; not more than the window. */
    private final ByteRing unread = new ByteRing();

    /** How many bytes the server may still send, and how many it may be allowed again. */
    private int receivable = WINDOW;

    private int consumed;

    /** Whether the request was sent to its end, and the response received to its end. */
    private boolean sent;

    private boolean received;

    /** Whether the connection was given up, because all is done or because of the failure. */
    private boolean over;

    private @Nullable IOException failure;
    private boolean closed;

    /**
     * Makes a stream.
     *
     * @param idleNanos how long the caller waits for data; 0 for no limit
     */
    Http2Stream(Connection connection, long idleNanos) {
        this.connection = connection;
        this.writer = new Http2Writer(connection);
        this.idleNanos = idleNanos;
    }

    // For the caller.

    /** Waits for the head of the response; the deadline of the connection ends with it. */
    Http2Head awaitHead() throws IOException {
        lock.lock();
        try {
            while (head == null) {
                if (failure != null) {
                    throw failure;
                }
                readable.await();
            }
            if (!over) {
                connection.begin("reading the response", Watchdog.NEVER);
            }
            return head;
        } catch (InterruptedException e) {
            throw interrupted("waiting for the response", e);
        } finally {
            lock.unlock();
        }
    }

    /** Reads at least one byte of the body; -1 at its end. */
    int read(byte[] target, int offset, int length) throws IOException {
        int read;
        int increment;
        lock.lock();
        try {
            if (!awaitData()) {
                return -1;
            }
            read = unread.take(target, offset, length);
            increment = consumed(read);
        } catch (InterruptedException e) {
            throw interrupted("reading the response", e);
        } finally {
            lock.unlock();
        }
        if (increment > 0) {
            try {
                // A server that has stopped reading would hold the caller up here.
                limit(idleNanos == 0 ? Watchdog.NEVER : System.nanoTime() + idleNanos);
                writer.windowUpdate(increment, true);
                limit(Watchdog.NEVER);
            } catch (IOException e) {
                // The data is whole, and the next read finds out what became of the connection.
                return read;
            }
        }
        return read;
    }

    private void limit(long end) throws IOException {
        lock.lock();
        try {
            if (!over) {
                connection.phase("reading the response", end);
            }
        } finally {
            lock.unlock();
        }
    }

    // Received data is read before a failure that came behind it.
    private boolean awaitData() throws IOException, InterruptedException {
        long left = idleNanos;
        while (true) {
            if (closed) {
                throw new IOException("the body of the response is closed");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (unread.size() > 0) {
                return true;
            }
            if (failure != null) {
                throw failure;
            }
            if (received) {
                return false;
            }
            if (idleNanos == 0) {
                readable.await();
            } else {
                if (left <= 0) {
                    IOException timeout = new SocketTimeoutException("timed out while reading the response");
                    end(timeout, true, Http2Exception.NO_ERROR);
                    throw timeout;
                }
                left = readable.awaitNanos(left);
            }
        }
    }

    private IOException interrupted(String what, InterruptedException cause) {
        IOException thrown = new InterruptedIOException("interrupted while ".concat(what));
        thrown.initCause(cause);
        end(thrown, true, Http2Exception.NO_ERROR);
        Thread.currentThread().interrupt();
        return thrown;
    }

    /** How many bytes can be read without waiting. */
    int available() {
        lock.lock();
        try {
            return unread.size();
        } finally {
            lock.unlock();
        }
    }

    /** The fields behind the body, when it has come to its end. */
    HttpHeaders trailers() {
        lock.lock();
        try {
            return unread.size() > 0 ? HttpHeaders.empty() : trailers;
        } finally {
            lock.unlock();
        }
    }

    /** Ends it from any thread, and drops what was not read. */
    void close() {
        lock.lock();
        try {
            closed = true;
            unread.clear();
            readable.signalAll();
        } finally {
            lock.unlock();
        }
        end(new IOException("the body of the response is closed"), true, Http2Exception.NO_ERROR);
    }

    // For the thread that reads frames.

    /** Whether nothing is expected from the server any more. */
    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    void head(Http2Head received) {
        lock.lock();
        try {
            head = received;
            readable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes data.
     *
     * @param size how many bytes of the window it takes, which includes padding
     */
    void data(byte[] bytes, int offset, int length, int size) throws IOException {
        int increment;
        lock.lock();
        try {
            receivable -= size;
            if (receivable < 0) {
                throw new Http2Exception(
                        Http2Exception.FLOW_CONTROL_ERROR, "it has more data than the client has room for");
            }
            if (!closed) {
                unread.append(bytes, offset, length);
            }
            increment = consumed(size - length);
            readable.signalAll();
        } finally {
            lock.unlock();
        }
        if (increment > 0) {
            writer.windowUpdate(increment, true);
        }
    }

    /** Notes that there is room again; returns what the server should be told of, if it is enough for a frame. */
    private int consumed(int size) {
        consumed += size;
        if (consumed < WINDOW / 2 || over) {
            return 0;
        }
        int increment = consumed;
        consumed = 0;
        receivable += increment;
        return increment;
    }

    /** The response is complete. A request that is not is given up. */
    void complete(HttpHeaders fields) {
        boolean reset;
        lock.lock();
        try {
            trailers = fields;
            received = true;
            reset = !sent;
            readable.signalAll();
        } finally {
            lock.unlock();
        }
        end(null, reset, Http2Exception.NO_ERROR);
    }

    // For the thread that sends the body.

    /** The request is complete. */
    void sent() {
        lock.lock();
        try {
            sent = true;
        } finally {
            lock.unlock();
        }
    }

    /** The connection takes no more data. It may have a response, which the thread that reads frames gets to soon. */
    void unwritable() {
        lock.lock();
        try {
            if (!over) {
                connection.phase("waiting for the response", System.nanoTime() + EARLY_NANOS);
            }
        } catch (IOException e) {
            // Its time is up already.
            return;
        } finally {
            lock.unlock();
        }
    }

    /** Only now, because the caller may close the connection when it learns of the failure. */
    private void publish(@Nullable IOException why) {
        lock.lock();
        try {
            failure = why;
            readable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the exchange, unless it has ended before: tells the server, closes the connection and releases all threads.
     *
     * @param why what the caller gets behind the data; null if the response is complete
     * @param reset whether the server is told that the stream is given up
     * @param code what the server is told of the connection
     */
    void end(@Nullable IOException why, boolean reset, int code) {
        boolean open = true;
        lock.lock();
        try {
            if (over) {
                return;
            }
            over = true;
            window.close();
            connection.phase("closing the connection", System.nanoTime() + GOODBYE_NANOS);
        } catch (IOException e) {
            // Its time is up, so it is closed.
            open = false;
        } finally {
            lock.unlock();
        }
        // A thread that is interrupted could not write.
        boolean wasInterrupted = Thread.interrupted();
        try {
            if (open) {
                writer.goodbye(reset, code);
            }
        } catch (IOException e) {
            // The server has gone, or does not read.
            return;
        } finally {
            connection.close();
            window.interrupt();
            publish(why);
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
