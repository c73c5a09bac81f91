package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Checksum;

/** The bytes of a request, wherever they lie: nothing is copied until somebody asks for it. */
public final class RequestBody {
    private static final RequestBody EMPTY = new RequestBody(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int offset;
    private final int size;

    private RequestBody(byte[] bytes, int offset, int size) {
        this.bytes = bytes;
        this.offset = offset;
        this.size = size;
    }

    /** A body with no bytes. */
    public static RequestBody empty() {
        return EMPTY;
    }

    /** A body over a part of an array, without a copy: the caller must not change it until the call has ended. */
    public static RequestBody unsafe(byte[] bytes, int offset, int size) {
        return new RequestBody(bytes, offset, size);
    }

    /** The number of bytes. */
    public int size() {
        return size;
    }

    /** Writes the bytes. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, offset, size);
    }

    /** Hands the bytes to a digest. */
    public void update(MessageDigest digest) {
        digest.update(bytes, offset, size);
    }

    /** Hands the bytes to a checksum. */
    public void update(Checksum checksum) {
        checksum.update(bytes, offset, size);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + size);
    }
}
