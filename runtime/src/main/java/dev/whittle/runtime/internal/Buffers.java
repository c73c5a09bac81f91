package dev.whittle.runtime.internal;

/** Lends buffers of one size. */
public final class Buffers {
    /** For bodies that are read or written member by member. */
    public static final Buffers CODEC = new Buffers(8 * 1024);

    /** For exchanges: for the head of a request, and then for what is received. */
    public static final Buffers HTTP = new Buffers(16 * 1024);

    private final int capacity;
    private final Pool<byte[]> pool = new Pool<>();

    private Buffers(int capacity) {
        this.capacity = capacity;
    }

    /** A buffer, which may contain bytes of an earlier use. */
    public byte[] take() {
        byte[] pooled = pool.take();
        return pooled == null ? new byte[capacity] : pooled;
    }

    /** Gives a buffer back; one of another size, because something unusual made it larger, is not kept. */
    public void give(byte[] buffer) {
        if (buffer.length == capacity) {
            pool.give(buffer);
        }
    }
}
