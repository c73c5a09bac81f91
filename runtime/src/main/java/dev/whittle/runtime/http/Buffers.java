package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.Pool;

/** The buffers of exchanges: each has one, for the head of the request, and then for what is received. */
final class Buffers {
    /** No room at all, for connections that rest. */
    static final byte[] NONE = new byte[0];

    static final int CAPACITY = 16 * 1024;
    private static final Pool<byte[]> POOL = new Pool<>();

    private Buffers() {}

    /** A buffer, in which something of earlier use may be left. */
    static byte[] take() {
        byte[] pooled = POOL.take();
        return pooled == null ? new byte[CAPACITY] : pooled;
    }

    /** Gives a buffer back; one of another size, which an unusual head made larger, is not kept. */
    static void give(byte[] buffer) {
        if (buffer.length == CAPACITY) {
            POOL.give(buffer);
        }
    }
}
