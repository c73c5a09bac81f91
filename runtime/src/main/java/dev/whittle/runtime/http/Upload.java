package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;

/**
 * Sends a body that does not fit into one write, and notices a response that comes before its end: between two pieces by
 * itself, and while a piece cannot be sent because the server has ceased to read, by {@link #look} of the watchdog.
 */
final class Upload extends OutputStream {
    /** How long a piece may be stuck before somebody looks for a response, and between two looks. */
    static final long TICK = 500_000_000;

    /** Like {@link #TICK}, where what arrives may be a late 100 (Continue), or a message of TLS that is no data. */
    private static final long PATIENCE = 5_000_000_000L;

    private static final int PIECE = 32 * 1024;

    /** Room before the data of a chunk for its size. */
    private static final int SIZE_ROOM = 10;

    private static final byte[] LAST_CHUNK = {'0', '\r', '\n'};

    private final Connection connection;
    private final boolean chunked;
    private final long patience;
    private final byte[] buffer = new byte[SIZE_ROOM + PIECE + 2];
    private int filled = SIZE_ROOM;

    /** The bytes still to come; not used for a body in chunks. */
    private long left;

    private int arrivedBefore;
    private int provisional;

    /** Since when a piece is being sent; 0 when none is. */
    private volatile long since;

    private volatile boolean responded;

    /** Whether the connection, and not the body, has failed. */
    private boolean broken;

    /**
     * Begins to send.
     *
     * @param size the size of the body; negative if it is sent in chunks
     * @param asked whether the server was asked if it wants the body, and may still say so
     */
    Upload(Connection connection, long size, boolean asked) {
        this.connection = connection;
        this.patience = asked || connection.isSecure() ? PATIENCE : TICK;
        this.chunked = size < 0;
        this.left = size;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (!chunked) {
            left -= length;
            if (left < 0) {
                throw new IOException("the body of the request is longer than its announced length");
            }
        }
        int from = offset;
        int rest = length;
        while (rest > 0) {
            if (!chunked && filled == SIZE_ROOM && rest >= PIECE) {
                send(source, from, PIECE);
                from += PIECE;
                rest -= PIECE;
                continue;
            }
            int count = Math.min(rest, SIZE_ROOM + PIECE - filled);
            System.arraycopy(source, from, buffer, filled, count);
            filled += count;
            from += count;
            rest -= count;
            if (filled == SIZE_ROOM + PIECE) {
                sendBuffer();
            }
        }
    }

    /** Sends what has been written so far. */
    @Override
    public void flush() throws IOException {
        sendBuffer();
    }

    /** Sends the rest, and the end of a body in chunks. */
    void finish(HttpHeaders trailers) throws IOException {
        if (!chunked && left > 0) {
            throw new IOException("the body of the request is " + left + " bytes shorter than its announced length");
        }
        sendBuffer();
        if (chunked) {
            HeadWriter last = new HeadWriter(new byte[256]);
            for (int i = 0; i < trailers.size(); i++) {
                last.field(trailers.name(i), trailers.value(i));
            }
            last.end();
            byte[] end = new byte[LAST_CHUNK.length + last.size];
            System.arraycopy(LAST_CHUNK, 0, end, 0, LAST_CHUNK.length);
            System.arraycopy(last.bytes, 0, end, LAST_CHUNK.length, last.size);
            send(end, 0, end.length);
        }
    }

    private void sendBuffer() throws IOException {
        int size = filled - SIZE_ROOM;
        if (size == 0) {
            return;
        }
        filled = SIZE_ROOM;
        if (!chunked) {
            send(buffer, SIZE_ROOM, size);
            return;
        }
        int start = SIZE_ROOM;
        buffer[--start] = '\n';
        buffer[--start] = '\r';
        for (int digits = size; digits > 0; digits >>>= 4) {
            buffer[--start] = (byte) Character.forDigit(digits & 0xF, 16);
        }
        buffer[SIZE_ROOM + size] = '\r';
        buffer[SIZE_ROOM + size + 1] = '\n';
        send(buffer, start, SIZE_ROOM + size + 2 - start);
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        broken = true;
        if (responded) {
            throw new IOException("the server has responded already");
        }
        int arrived = connection.arrived();
        // Over TLS there is more than responses among what arrives.
        if (arrived > 0 && !connection.isSecure() && isFinal()) {
            responded = true;
            throw new IOException("the server has responded already");
        }
        arrivedBefore = arrived;
        long now = System.nanoTime();
        since = now == 0 ? 1 : now;
        try {
            connection.write(bytes, offset, length);
            broken = false;
        } finally {
            since = 0;
        }
    }

    /** Whether a piece could not be sent; a failure to write is the body's own otherwise. */
    boolean isBroken() {
        return broken;
    }

    /**
     * Reads provisional responses, if it is such that have arrived. One that changes the protocol, and one after too many
     * others, is left to the reader of the response, which refuses it.
     */
    private boolean isFinal() throws IOException {
        while (provisional < SocketExchange.PROVISIONAL_LIMIT) {
            while (connection.limit - connection.position < 12) {
                if (connection.fill() < 0) {
                    return true;
                }
            }
            int status = connection.position + 9;
            byte[] buffer = connection.buffer;
            if (buffer[status] != '1' || (buffer[status + 1] == '0' && buffer[status + 2] == '1')) {
                return true;
            }
            provisional++;
            HeadReader.read(connection);
            if (connection.position == connection.limit) {
                return false;
            }
        }
        return true;
    }

    /**
     * Ends a write that is stuck although something has arrived. Called by the watchdog.
     *
     * @return when to look again
     */
    long look(SocketChannel channel, long now) {
        long start = since;
        if (start == 0 || now - start < patience) {
            return now + TICK;
        }
        try {
            if (channel.socket().getInputStream().available() > arrivedBefore && since == start) {
                responded = true;
                channel.shutdownOutput();
            }
        } catch (IOException | RuntimeException e) {
            // It has just been closed.
            return now + TICK;
        }
        return now + TICK;
    }

    /** Whether the response came before the body was sent. */
    boolean hasResponse() {
        return responded;
    }
}
