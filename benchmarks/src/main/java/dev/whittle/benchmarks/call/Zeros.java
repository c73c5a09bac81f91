package dev.whittle.benchmarks.call;

import java.io.InputStream;
import java.util.Arrays;

/** A stream of so many zeros, which cost next to nothing to make. */
public final class Zeros extends InputStream {
    private long left;

    /** Makes the stream. */
    public Zeros(long size) {
        this.left = size;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int count = (int) Math.min(left, length);
        Arrays.fill(target, offset, offset + count, (byte) 0);
        left -= count;
        return count;
    }
}
