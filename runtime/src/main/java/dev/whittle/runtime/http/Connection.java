package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.Buffers;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One connection. It belongs to one caller at a time; only {@link #expire} and {@link #abort} are called by other threads.
 * A channel rather than a plain socket lies below it, because a thread that waits for a channel can be interrupted, and
 * because only a channel tells without waiting whether the other side has closed it.
 */
final class Connection {
    /** No deadline. */
    private static final long NONE = Long.MAX_VALUE;

    /** In the place of a deadline that was reached. */
    private static final long REACHED = Long.MIN_VALUE;

    /** How long a connection may rest before its next use looks whether the other side has closed it. */
    private static final long FRESH = 1_000_000;

    private static final int HEAD_LIMIT = 64 * 1024;

    /** The buffer of a connection that rests. */
    static final byte[] NO_BUFFER = {};

    private final Route route;
    private final AtomicLong deadline = new AtomicLong(NONE);
    private volatile boolean aborted;
    private volatile @Nullable SocketChannel channel;

    private @Nullable Socket raw;
    private @Nullable InputStream rawIn;
    private @Nullable SSLSocket tls;
    private @Nullable RawSocket below;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private @Nullable HttpProxy forwarding;

    /** What was read and not consumed yet lies from position to limit; borrowed for one exchange. */
    byte[] buffer = NO_BUFFER;

    int position;
    int limit;

    private boolean used;
    private @Nullable IOException said;
    private String phase = "";
    private long callDeadline;
    private long idleNanos;
    private boolean idling;
    private volatile @Nullable Upload upload;

    /** When it was given back, and how long it may rest then. Written before it rests, and read after that. */
    long idleSince;

    long idleLimit;

    Connection(Route route) {
        this.route = route;
    }

    /** The proxy that this connection's requests are addressed to; null if they are addressed to their server. */
    @Nullable
    HttpProxy forwarding() {
        return forwarding;
    }

    /** Whether it has carried a request before. */
    boolean isUsed() {
        return used;
    }

    /** Whether somebody has begun to open it. */
    boolean isOpened() {
        return channel != null;
    }

    /** Sets the channel that is being connected, in the place of one that failed. */
    void channel(SocketChannel opened) throws IOException {
        closeChannel();
        channel = opened;
        if (isEnded()) {
            closeChannel();
            throw ended(null);
        }
        raw = opened.socket();
    }

    /** Called when the channel is connected, to the server or to a proxy. */
    void connected(@Nullable HttpProxy forwardedBy) throws IOException {
        Socket socket = raw();
        socket.setTcpNoDelay(true);
        rawIn = in = socket.getInputStream();
        out = socket.getOutputStream();
        forwarding = forwardedBy;
    }

    /** Called when TLS is set up over the channel. */
    void secured(SSLSocket socket, RawSocket over) throws IOException {
        tls = socket;
        below = over;
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    Socket raw() {
        Socket socket = raw;
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        return socket;
    }

    /** Sets when everything has to end, or {@link Watchdog#NEVER}, and for messages what goes on until then. */
    void begin(String what, long end) throws IOException {
        phase = what;
        callDeadline = end;
        idleNanos = 0;
        idling = false;
        limit(end);
    }

    /** Goes on to another phase with a deadline that is not later than the one of {@link #begin}. */
    void phase(String what, long end) throws IOException {
        phase = what;
        limit(end != NONE && (callDeadline == NONE || end - callDeadline < 0) ? end : callDeadline);
    }

    /** From now on, each wait for bytes may take this long; 0 for as long as the rest. */
    void idleLimit(long nanos) throws IOException {
        endIdle();
        idleNanos = nanos;
    }

    private void limit(long end) throws IOException {
        long before = deadline.get();
        if (before == end) {
            return;
        }
        if (before == REACHED || !deadline.compareAndSet(before, end)) {
            throw ended(null);
        }
        if (end != NONE) {
            Watchdog.SHARED.by(end);
        }
    }

    /** Ends the exchange if its deadline is reached. Returns when to look again, or {@link Watchdog#NEVER}. */
    long expire(long now) {
        long end = deadline.get();
        if (end == REACHED) {
            return Watchdog.NEVER;
        }
        if (end != NONE && now - end >= 0) {
            if (deadline.compareAndSet(end, REACHED)) {
                // Also out of the route, because a response that is forgotten is never closed.
                close();
            }
            return Watchdog.NEVER;
        }
        SocketChannel open = channel;
        Upload sending = upload;
        long stalled = open == null || sending == null ? Watchdog.NEVER : sending.look(open, now);
        return stalled == Watchdog.NEVER || (end != NONE && end - stalled < 0) ? end : stalled;
    }

    /** Closes it at once, from any thread; its caller gets an exception. */
    void abort() {
        aborted = true;
        closeChannel();
    }

    /** Whether its time is up, or the transport was closed. */
    boolean isEnded() {
        return aborted || deadline.get() == REACHED;
    }

    /** The exception for what ended the exchange; the given one if nothing else did. */
    IOException ended(@Nullable IOException cause) {
        if (cause != null && cause == said) {
            return cause;
        }
        IOException told;
        if (deadline.get() == REACHED) {
            told = isIdling()
                    ? new IdleTimeoutException(
                            "the other side did nothing for " + idleNanos / 1_000_000 + " ms while " + phase,
                            idleNanos / 1_000_000)
                    : new SocketTimeoutException("timed out while ".concat(phase));
        } else if (aborted) {
            told = new IOException("the transport was closed while ".concat(phase));
        } else if (Thread.currentThread().isInterrupted()) {
            told = new InterruptedIOException("interrupted while ".concat(phase));
        } else {
            return cause == null ? new IOException("the connection was closed while ".concat(phase)) : cause;
        }
        if (cause != null) {
            told.initCause(cause);
        }
        said = told;
        return told;
    }

    /** Sets what is being sent and may stall; null for nothing. */
    void upload(@Nullable Upload sending) {
        upload = sending;
        if (sending != null) {
            Watchdog.SHARED.by(System.nanoTime() + Upload.TICK);
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (idleNanos == 0) {
            out.write(bytes, offset, length);
            return;
        }
        startIdle();
        out.write(bytes, offset, length);
        endIdle();
    }

    /** Whether it is the idle limit that was reached, and not the one of the whole. */
    private boolean isIdling() {
        return idling && (callDeadline == NONE || System.nanoTime() - callDeadline < 0);
    }

    /** Begins to wait for the other side. What this one does meanwhile, with what it has read, takes its own time. */
    private void startIdle() throws IOException {
        phase(phase, System.nanoTime() + idleNanos);
        idling = true;
    }

    private void endIdle() throws IOException {
        limit(callDeadline);
        idling = false;
    }

    /** The bytes that have arrived below TLS, if there is any, and that no read has taken. */
    int arrived() throws IOException {
        InputStream arriving = rawIn;
        return arriving == null ? 0 : arriving.available();
    }

    /** Lets reads end with a {@link SocketTimeoutException} after some time, and the connection be as it was; 0 for never. */
    void waitAtMost(int millis) throws IOException {
        SSLSocket secure = tls;
        (secure == null ? raw() : secure).setSoTimeout(millis);
    }

    boolean isSecure() {
        return tls != null;
    }

    /**
     * Reads more into the buffer, which grows while it holds the head of a message.
     *
     * @return the number of bytes; -1 at the end
     */
    int fill() throws IOException {
        if (position == limit) {
            position = limit = 0;
        } else if (limit == buffer.length) {
            if (position > 0) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
                limit -= position;
                position = 0;
            } else {
                if (limit >= HEAD_LIMIT) {
                    throw HeadReader.broken("its head is longer than 64 KiB");
                }
                buffer = Arrays.copyOf(buffer, limit * 2);
            }
        }
        int count = read(buffer, limit, buffer.length - limit);
        if (count > 0) {
            limit += count;
        }
        return count;
    }

    /** Reads what is not in the buffer; -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (idleNanos > 0) {
            startIdle();
        }
        int count;
        try {
            count = in.read(target, offset, length);
            if (idleNanos > 0 && count > 0) {
                endIdle();
            }
        } catch (SocketTimeoutException e) {
            // Only while a 100 (Continue) is waited for.
            throw isEnded() ? ended(e) : e;
        } catch (IOException e) {
            throw ended(e);
        }
        if (count < 0 && isEnded()) {
            throw ended(null);
        }
        return count;
    }

    /** Whether the end of a stream that {@link #read} found may be the doing of somebody between. */
    boolean isTruncated() {
        RawSocket over = below;
        return over != null && over.hasEnded();
    }

    /** Whether it cannot be used again, as far as that can be told without waiting. */
    boolean isStale(long now) {
        SocketChannel open = channel;
        if (open == null) {
            return true;
        }
        try {
            // Bytes that no request has asked for: the goodbye of TLS, an error, or somebody's forgery.
            if (arrived() > 0) {
                return true;
            }
            if (now - idleSince < FRESH) {
                return false;
            }
            open.configureBlocking(false);
            try {
                return open.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                open.configureBlocking(true);
            }
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /** Ends the exchange. The connection is kept for the next if it can be, and closed otherwise. */
    void release(boolean reusable, long idleNanosOfServer) {
        boolean clean = reusable && position == limit;
        Buffers.HTTP.give(buffer);
        buffer = NO_BUFFER;
        position = limit = 0;
        used = true;
        long end = deadline.get();
        if (clean && end != REACHED && deadline.compareAndSet(end, NONE)) {
            route.give(this, idleNanosOfServer);
        } else {
            close();
        }
    }

    /** Closes it at once. */
    void close() {
        closeChannel();
        route.closed(this);
    }

    /** Closes it while it rests, and says goodbye over TLS. */
    void closeResting() {
        SSLSocket secure = tls;
        if (secure != null) {
            try {
                // Not to close the socket, which could wait for the goodbye of the other side.
                secure.shutdownOutput();
            } catch (IOException | RuntimeException e) {
                // The other side was faster.
                close();
            }
        }
        close();
    }

    private void closeChannel() {
        SocketChannel open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // There is nothing left that could be done about it.
                return;
            }
        }
    }
}
