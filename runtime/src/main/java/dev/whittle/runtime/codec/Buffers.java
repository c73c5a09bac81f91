package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.Pool;

/** The buffers that reading and writing borrow. */
final class Buffers {
    private static final int CAPACITY = 8 * 1024;
    private static final Pool<byte[]> POOL = new Pool<>();

    private Buffers() {}

    /** A buffer, in which something of earlier use may be left. */
    static byte[] take() {
        byte[] pooled = POOL.take();
        return pooled == null ? new byte[CAPACITY] : pooled;
    }

    /** Gives a buffer back; one of another size, that something unusual made larger, is not kept. */
    static void give(byte[] buffer) {
        if (buffer.length == CAPACITY) {
            POOL.give(buffer);
        }
    }
}
