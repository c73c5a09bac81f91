package dev.whittle.runtime.codec;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes that arrive in pieces of one size. */
public final class Pieces extends InputStream {
    private final ByteArrayInputStream bytes;
    private final int size;

    /** The bytes, at most {@code size} of them in each read. */
    public Pieces(byte[] bytes, int size) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.size = size;
    }

    @Override
    public int read() {
        return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return bytes.read(target, offset, Math.min(length, size));
    }
}
