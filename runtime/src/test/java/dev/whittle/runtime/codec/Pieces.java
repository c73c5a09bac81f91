package dev.whittle.runtime.codec;

import java.io.InputStream;
import java.util.Random;

/** Bytes as a network delivers them: in pieces of any size, a few of them empty. */
final class Pieces extends InputStream {
    private final byte[] bytes;
    private final Random random;
    private final int longest;
    private int position;

    Pieces(byte[] bytes, Random random, int longest) {
        this.bytes = bytes;
        this.random = random;
        this.longest = longest;
    }

    @Override
    public int read() {
        return position == bytes.length ? -1 : bytes[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position == bytes.length) {
            return -1;
        }
        int count = Math.min(Math.min(length, bytes.length - position), random.nextInt(longest + 1));
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }
}
