package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How much of the body the server takes, and the thread that sends it. */
final class SendWindow {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** What the server takes on the connection and on the stream; a change of its settings can make it negative. */
    private long connection = Http2Stream.DEFAULT_WINDOW;

    private long stream = Http2Stream.DEFAULT_WINDOW;
    private int initial = Http2Stream.DEFAULT_WINDOW;

    private @Nullable Thread sender;
    private boolean closed;

    /** Notes which thread sends the body; false if there is nothing to be sent any more. */
    boolean begin(Thread thread) {
        lock.lock();
        try {
            sender = thread;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The thread is about to end. */
    void release() {
        lock.lock();
        try {
            sender = null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the server takes data; returns how many bytes it takes, up to those. */
    int reserve(int most) throws IOException {
        lock.lock();
        try {
            while (!closed) {
                int size = (int) Math.min(most, Math.min(connection, stream));
                if (size > 0) {
                    connection -= size;
                    stream -= size;
                    return size;
                }
                changed.await();
            }
            throw new IOException("the exchange has ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while sending the body of the request").initCause(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Allows more.
     *
     * @param id 0 for the connection
     */
    void grant(int id, int increment) throws Http2Exception {
        lock.lock();
        try {
            if (id == 0) {
                connection += increment;
            } else {
                stream += increment;
            }
            if (Math.max(connection, stream) > Integer.MAX_VALUE) {
                throw new Http2Exception(
                        Http2Exception.FLOW_CONTROL_ERROR, "it grants a window of more than 2147483647 bytes");
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Called when the settings of the server say how much a stream may send at first. */
    void initial(int size) throws Http2Exception {
        int change = size - initial;
        initial = size;
        grant(Http2Stream.ID, change);
    }

    /** Nothing is sent any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Releases the thread, wherever it waits. */
    void interrupt() {
        lock.lock();
        try {
            if (sender != null) {
                sender.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
