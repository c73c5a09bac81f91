package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.RequestBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** A body that writes its bytes in pieces of any size. */
final class Pieces extends RequestBody {
    private final byte[] bytes;
    private final long size;
    private final boolean isRepeatable;

    Pieces(byte[] bytes) {
        this(bytes, bytes.length, true);
    }

    /**
     * Makes a body.
     *
     * @param size the size that it announces
     */
    Pieces(byte[] bytes, long size, boolean isRepeatable) {
        this.bytes = bytes;
        this.size = size;
        this.isRepeatable = isRepeatable;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isRepeatable() {
        return isRepeatable;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Random random = new Random(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            if (random.nextInt(20) == 0) {
                out.write(bytes[at++]);
            } else {
                int count = Math.min(bytes.length - at, random.nextInt(random.nextBoolean() ? 100 : 200_000));
                out.write(bytes, at, count);
                at += count;
            }
        }
    }

    @Override
    public byte[] toByteArray() {
        return bytes.clone();
    }
}
