package dev.whittle.runtime.http;

/** Bytes that are taken in the order in which they were appended. It grows as needed, and does not shrink. */
final class ByteRing {
    private byte[] ring = new byte[8 * 1024];
    private int start;
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void append(byte[] bytes, int offset, int length) {
        if (size + length > ring.length) {
            int capacity = ring.length;
            while (capacity < size + length) {
                capacity *= 2;
            }
            byte[] larger = new byte[capacity];
            int kept = size;
            take(larger, 0, kept);
            ring = larger;
            start = 0;
            size = kept;
        }
        int end = (start + size) % ring.length;
        int first = Math.min(length, ring.length - end);
        System.arraycopy(bytes, offset, ring, end, first);
        System.arraycopy(bytes, offset + first, ring, 0, length - first);
        size += length;
    }

    /** Takes as many bytes as there are, up to a length; returns how many. */
    int take(byte[] target, int offset, int length) {
        int taken = Math.min(length, size);
        int first = Math.min(taken, ring.length - start);
        System.arraycopy(ring, start, target, offset, first);
        System.arraycopy(ring, 0, target, offset + first, taken - first);
        start = (start + taken) % ring.length;
        size -= taken;
        return taken;
    }
}
