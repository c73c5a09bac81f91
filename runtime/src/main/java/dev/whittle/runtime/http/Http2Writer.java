package dev.whittle.runtime.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes frames, from several threads. Only the sender of the body waits while another thread writes. Frames of others are
 * queued, and the thread that is writing sends them as well, so that readers do not wait for a body that the server does
 * not take.
 */
final class Http2Writer {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    /** Flags: the last frame of a stream, which acknowledges in SETTINGS and PING; the last of a header block. */
    static final int END_STREAM = 1;

    static final int ACK = 1;
    static final int END_HEADERS = 4;

    /** The size of a frame's header. */
    static final int HEADER = 9;

    /** The largest payload that every receiver accepts. */
    static final int PAYLOAD_LIMIT = 16 * 1024;

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    /** How many bytes may wait for a server that makes the client respond but does not read. */
    private static final int QUEUE_LIMIT = 64 * 1024;

    /** How long the end of a connection waits for a frame that is being written. */
    private static final long GOODBYE_MILLIS = 50;

    private final Connection connection;

    /** Held while bytes are written. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Guards the queue; never held while waiting. */
    private final ReentrantLock queueing = new ReentrantLock();

    private byte[] queue = new byte[64];
    private int queued;
    private boolean closed;
    private long sent;

    /** The same as sent, for other threads. */
    private volatile long dataFrames;

    Http2Writer(Connection connection) {
        this.connection = connection;
    }

    /** The number of DATA frames that were sent. */
    long dataFrames() {
        return dataFrames;
    }

    /** Sends the beginning of the connection, with the client's settings, and the head of the request. */
    void open(byte[] block, boolean isEnd) throws IOException {
        byte[] settings = new byte[18];
        setting(settings, 0, 2, 0);
        setting(settings, 6, 4, Http2Stream.WINDOW);
        setting(settings, 12, 6, HpackDecoder.FIELDS_LIMIT);
        writing.lock();
        try {
            byte[] preface = new byte[PREFACE.length()];
            for (int i = 0; i < preface.length; i++) {
                preface[i] = (byte) PREFACE.charAt(i);
            }
            queue(preface, 0, preface.length);
            queue(SETTINGS, 0, 0, settings);
            queue(WINDOW_UPDATE, 0, 0, integer(Http2Stream.WINDOW - Http2Stream.DEFAULT_WINDOW));
            headers(block, isEnd);
            writeQueue();
        } finally {
            writing.unlock();
        }
    }

    private static void setting(byte[] target, int at, int id, int value) {
        target[at + 1] = (byte) id;
        putInt(target, at + 2, value);
    }

    /** Queues a header block, in as many frames as it needs. */
    private void headers(byte[] block, boolean isEnd) throws IOException {
        int at = 0;
        do {
            int size = Math.min(PAYLOAD_LIMIT, block.length - at);
            boolean isLast = at + size == block.length;
            int flags = (isLast ? END_HEADERS : 0) | (isEnd && at == 0 ? END_STREAM : 0);
            queue(at == 0 ? HEADERS : CONTINUATION, flags, Http2Stream.ID, Arrays.copyOfRange(block, at, at + size));
            at += size;
        } while (at < block.length);
    }

    /** Sends the fields behind the body, which end the request. */
    void trailers(byte[] block) throws IOException {
        writing.lock();
        try {
            headers(block, true);
            writeQueue();
        } finally {
            writing.unlock();
        }
        drain();
    }

    /**
     * Sends a piece of the body.
     *
     * @param bytes the piece, with room before it for the header of a frame
     */
    void data(byte[] bytes, int offset, int length, boolean isEnd) throws IOException {
        putHeader(bytes, offset - HEADER, length, DATA, isEnd ? END_STREAM : 0, Http2Stream.ID);
        writing.lock();
        try {
            writeQueue();
            if (closed) {
                throw new IOException("the exchange has ended");
            }
            connection.write(bytes, offset - HEADER, HEADER + length);
            dataFrames = ++sent;
        } finally {
            writing.unlock();
        }
        drain();
    }

    /**
     * Sends a frame, or leaves it to the thread that is writing.
     *
     * @throws Http2Exception if too much waits already
     */
    void control(int type, int flags, int stream, byte[] payload) throws IOException {
        queue(type, flags, stream, payload);
        drain();
    }

    /** Lets the server send more. */
    void windowUpdate(int increment, boolean alsoStream) throws IOException {
        byte[] payload = integer(increment);
        queue(WINDOW_UPDATE, 0, 0, payload);
        if (alsoStream) {
            queue(WINDOW_UPDATE, 0, Http2Stream.ID, payload);
        }
        drain();
    }

    /**
     * Sends the last frames, if that takes no time; there are no others afterwards.
     *
     * @param reset whether the stream is given up
     * @param code why the connection ends
     */
    void goodbye(boolean reset, int code) throws IOException {
        try {
            if (!writing.tryLock(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            closed = true;
            if (reset) {
                queue(RST_STREAM, 0, Http2Stream.ID, integer(Http2Exception.CANCEL));
            }
            byte[] payload = new byte[8];
            putInt(payload, 4, code);
            queue(GOAWAY, 0, 0, payload);
            writeQueue();
        } finally {
            writing.unlock();
        }
    }

    private void queue(int type, int flags, int stream, byte[] payload) throws IOException {
        byte[] frame = new byte[HEADER + payload.length];
        putHeader(frame, 0, payload.length, type, flags, stream);
        System.arraycopy(payload, 0, frame, HEADER, payload.length);
        queue(frame, 0, frame.length);
    }

    private void queue(byte[] bytes, int offset, int length) throws IOException {
        queueing.lock();
        try {
            // Whoever is writing may queue a large header block.
            if (queued + length > QUEUE_LIMIT && !writing.isHeldByCurrentThread()) {
                throw Http2Exception.calm("the server demands acknowledgements and does not read them");
            }
            if (queued + length > queue.length) {
                queue = Arrays.copyOf(queue, Math.max(queued + length, queue.length * 2));
            }
            System.arraycopy(bytes, offset, queue, queued, length);
            queued += length;
        } finally {
            queueing.unlock();
        }
    }

    /** Writes what is queued, unless another thread is writing, which does it then. */
    private void drain() throws IOException {
        while (hasQueued() && writing.tryLock()) {
            try {
                writeQueue();
            } finally {
                writing.unlock();
            }
        }
    }

    private boolean hasQueued() {
        queueing.lock();
        try {
            return queued > 0;
        } finally {
            queueing.unlock();
        }
    }

    private void writeQueue() throws IOException {
        byte[] taken;
        queueing.lock();
        try {
            if (queued == 0) {
                return;
            }
            taken = Arrays.copyOf(queue, queued);
            queued = 0;
        } finally {
            queueing.unlock();
        }
        connection.write(taken, 0, taken.length);
    }

    private static byte[] integer(int value) {
        byte[] bytes = new byte[4];
        putInt(bytes, 0, value);
        return bytes;
    }

    private static void putInt(byte[] target, int at, int value) {
        target[at] = (byte) (value >> 24);
        target[at + 1] = (byte) (value >> 16);
        target[at + 2] = (byte) (value >> 8);
        target[at + 3] = (byte) value;
    }

    private static void putHeader(byte[] target, int at, int length, int type, int flags, int stream) {
        putInt(target, at, length << 8 | type);
        target[at + 4] = (byte) flags;
        putInt(target, at + 5, stream);
    }
}
