package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Checksum;

/** A body in memory: nothing is copied until it is sent. */
final class ArrayBody extends RequestBody {
    static final ArrayBody EMPTY = new ArrayBody(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int offset;
    private final int size;

    ArrayBody(byte[] bytes, int offset, int size) {
        this.bytes = bytes;
        this.offset = offset;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isInMemory() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, offset, size);
    }

    /** Copies the bytes into a buffer that has room for them. */
    void copyTo(byte[] buffer, int position) {
        System.arraycopy(bytes, offset, buffer, position, size);
    }

    @Override
    public void update(MessageDigest digest) {
        digest.update(bytes, offset, size);
    }

    @Override
    public void update(Checksum checksum) {
        checksum.update(bytes, offset, size);
    }

    @Override
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + size);
    }
}
