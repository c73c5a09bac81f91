package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a stream has, once. */
final class StreamBody extends RequestBody {
    /** Over TLS and in chunks, larger pieces are no faster. */
    private static final int PIECE = 32 * 1024;

    private final InputStream stream;
    private final long size;
    private boolean isSpent;

    /**
     * Makes a body.
     *
     * @param size how many bytes to send; -1 for all
     */
    StreamBody(InputStream stream, long size) {
        this.stream = stream;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (isSpent) {
            throw new IOException("the stream of the request's body was read before, and can be read only once");
        }
        isSpent = true;
        try (InputStream in = stream) {
            copy(in, size, out);
        }
    }

    /** Copies so many bytes, all if it is -1. The upload notices if some are missing. */
    static void copy(InputStream in, long size, OutputStream out) throws IOException {
        byte[] piece = new byte[size < 0 ? PIECE : (int) Math.max(1, Math.min(size, PIECE))];
        long left = size < 0 ? Long.MAX_VALUE : size;
        while (left > 0) {
            int count = in.read(piece, 0, (int) Math.min(left, piece.length));
            if (count < 0) {
                return;
            }
            out.write(piece, 0, count);
            left -= count;
        }
    }
}
