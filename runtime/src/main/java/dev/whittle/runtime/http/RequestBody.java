package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.Checksum;

/** The body of a request. */
public abstract class RequestBody {
    /** Called by subclasses. */
    protected RequestBody() {}

    /** A body with no bytes. */
    public static RequestBody empty() {
        return ArrayBody.EMPTY;
    }

    /** A body over a part of an array, without a copy: the caller must not change it until the call has ended. */
    public static RequestBody unsafe(byte[] bytes, int offset, int size) {
        return new ArrayBody(bytes, offset, size);
    }

    /** The number of bytes; -1 if it is not known before they are written. Such a body is sent in chunks. */
    public abstract long size();

    /** Whether the bytes can be written more than once; a body that is signed or retried must be repeatable. */
    public abstract boolean isRepeatable();

    /**
     * Writes the bytes.
     *
     * @throws IOException if {@code out} throws it, or if the bytes cannot be read
     */
    public abstract void writeTo(OutputStream out) throws IOException;

    /** The fields that follow a body of unknown size, asked for after the bytes are written; none by default. */
    public HttpHeaders trailers() {
        return HttpHeaders.empty();
    }

    /** Hands the bytes to a digest. */
    public void update(MessageDigest digest) {
        byte[] bytes = toByteArray();
        digest.update(bytes, 0, bytes.length);
    }

    /** Hands the bytes to a checksum. */
    public void update(Checksum checksum) {
        byte[] bytes = toByteArray();
        checksum.update(bytes, 0, bytes.length);
    }

    /** A copy of the bytes. */
    public abstract byte[] toByteArray();
}
