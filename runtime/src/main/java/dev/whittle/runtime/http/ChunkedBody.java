package dev.whittle.runtime.http;

import java.io.IOException;

/** A body in chunks, each with its size before it. */
final class ChunkedBody extends ResponseBody {
    /** How long all extensions of a body may be together; nothing in use has any. */
    private static final int EXTENSION_LIMIT = 16 * 1024;

    private static final int SIZE_DIGITS = 15;

    /** The bytes that are left of the present chunk. */
    private long left;

    private boolean within;
    private int extensions;
    private HttpHeaders trailers = HttpHeaders.empty();

    ChunkedBody(Connection connection, HeadReader head, boolean kept) {
        super(connection, head, kept);
    }

    @Override
    int next(Connection from, byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            if (within && (raw(from) != '\r' || raw(from) != '\n')) {
                throw HeadReader.broken("a chunk is longer than its size");
            }
            within = true;
            left = size(from);
            if (left == 0) {
                trailers = HeadReader.trailers(from);
                finish(from);
                return -1;
            }
        }
        int count = take(from, target, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw cutOff();
        }
        left -= count;
        return count;
    }

    private static IOException cutOff() {
        return new IOException("the connection was closed before the last chunk of the response");
    }

    private static int raw(Connection from) throws IOException {
        if (from.position == from.limit && from.fill() < 0) {
            throw cutOff();
        }
        return from.buffer[from.position++];
    }

    /** Reads the line before a chunk. */
    private long size(Connection from) throws IOException {
        long size = 0;
        int digits = 0;
        int b = raw(from);
        for (int digit = digit(b); digit >= 0; digit = digit(b)) {
            digits++;
            if (digits > SIZE_DIGITS) {
                throw HeadReader.broken("the size of a chunk is too large");
            }
            size = size << 4 | digit;
            b = raw(from);
        }
        if (digits == 0) {
            throw HeadReader.broken("a chunk has no size");
        }
        if (b == ';' || b == ' ' || b == '\t') {
            b = extension(from, b);
        }
        if (b != '\r' || raw(from) != '\n') {
            throw HeadReader.broken("the size of a chunk is not followed by the end of the line");
        }
        return size;
    }

    /** Skips an extension, or white space that should not be there; returns what ended it. */
    private int extension(Connection from, int first) throws IOException {
        boolean named = first == ';';
        int b = raw(from);
        while (b != '\r') {
            extensions++;
            named |= b == ';';
            if (extensions > EXTENSION_LIMIT) {
                throw HeadReader.broken("the extensions of its chunks are longer than 16 KiB");
            }
            boolean isBlank = b == ' ' || b == '\t';
            boolean isControl = (b >= 0 && b < ' ') || b == 127;
            if (!isBlank && (isControl || !named)) {
                throw HeadReader.broken("the size of a chunk is followed by an invalid extension");
            }
            b = raw(from);
        }
        return b;
    }

    private static int digit(int b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int small = b | 0x20;
        return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
    }

    /** What is left of the present chunk; how much there is behind it is not known. */
    @Override
    long left() {
        return left;
    }

    @Override
    HttpHeaders trailers() {
        return trailers;
    }
}
