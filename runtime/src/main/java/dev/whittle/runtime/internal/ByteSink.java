package dev.whittle.runtime.internal;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects a body. The first write decides the first size, so that a body which comes in one piece, as a generator's
 * buffer does, is copied once into an array of its very size.
 */
public final class ByteSink extends OutputStream {
    private byte[] bytes = new byte[0];
    private int size;

    /** Makes an empty sink. */
    public ByteSink() {}

    @Override
    public void write(int b) {
        ensure(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void ensure(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, size == 0 ? needed : Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L)));
        }
    }

    /** The array with the bytes so far, and perhaps room behind them. */
    public byte[] array() {
        return bytes;
    }

    /** The number of bytes so far. */
    public int size() {
        return size;
    }
}
