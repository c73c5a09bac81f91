package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** One exchange over a {@link HttpURLConnection}: its time limit, and what becomes of it when that is reached. */
final class UrlExchange extends Watchdog.Watch {
    private final HttpURLConnection connection;
    private final boolean limited;
    private final long deadline;

    /** Guarded by this: who comes first, the answer's headers or the watchdog. */
    private boolean answered;

    private boolean aborted;

    /** Where it has a place among the host's callers; null when it has none. */
    private @Nullable Lanes lanes;

    private int place;

    /** What made the connection's socket, over TLS. */
    private @Nullable LaneSocketFactory sockets;

    UrlExchange(HttpURLConnection connection, int timeoutMillis) {
        this.connection = connection;
        this.limited = timeoutMillis > 0;
        this.deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
    }

    @Override
    boolean isOverdue(long now) {
        return limited && now - deadline >= 0;
    }

    @Override
    void abort() {
        synchronized (this) {
            if (answered) {
                return;
            }
            aborted = true;
        }
        LaneSocketFactory made = sockets;
        if (made != null) {
            made.closeAtOnce();
        }
        connection.disconnect();
    }

    /**
     * Called when the headers are there: from now on it is the body's reader that looks at the time, because only it
     * can leave. Closing a connection under a thread that reads a body would wait for that very thread.
     */
    void answered() throws IOException {
        synchronized (this) {
            answered = true;
            if (!aborted) {
                return;
            }
        }
        throw ended(null);
    }

    /** Called when a place among the host's callers was taken. */
    void entered(Lanes lanes, int place, LaneSocketFactory sockets) {
        this.lanes = lanes;
        this.place = place;
        this.sockets = sockets;
    }

    /** Gives that place back; does nothing when there is none any more. */
    void leave() {
        Lanes left = lanes;
        if (left != null) {
            lanes = null;
            left.leave(place);
        }
    }

    /** Whether the watchdog has closed the connection. */
    synchronized boolean isAborted() {
        return aborted;
    }

    /** Whether the exchange has to end now. */
    boolean mustEnd() {
        return isOverdue(System.nanoTime()) || Thread.currentThread().isInterrupted();
    }

    /** The milliseconds left, at least 1; 0 without a limit. */
    long leftMillis() {
        return limited ? Math.max(1, (deadline - System.nanoTime()) / 1_000_000 + 1) : 0;
    }

    /** The exception to throw for one that came of the exchange, or for none. */
    IOException ended(@Nullable IOException cause) {
        if (isOverdue(System.nanoTime())) {
            return because(new SocketTimeoutException("timed out"), cause);
        }
        if (Thread.currentThread().isInterrupted()) {
            return because(new InterruptedIOException("interrupted"), cause);
        }
        return cause == null ? new IOException("aborted") : cause;
    }

    private static IOException because(IOException exception, @Nullable IOException cause) {
        if (cause != null) {
            exception.initCause(cause);
        }
        return exception;
    }
}
