package dev.whittle.runtime.shape;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Immutable bytes: the value of a blob member. */
public final class Blob {
    private static final Blob EMPTY = new Blob(new byte[0]);

    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A blob with no bytes. */
    public static Blob empty() {
        return EMPTY;
    }

    /** A blob with a copy of these bytes. */
    public static Blob of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Blob(bytes.clone());
    }

    /** A blob with the UTF-8 form of a text. */
    public static Blob utf8(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A blob over this very array, without a copy: the caller must never change it again. */
    public static Blob unsafe(byte[] bytes) {
        return new Blob(bytes);
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The very array inside, without a copy: the caller must not change it. */
    public byte[] unsafeArray() {
        return bytes;
    }

    /** The bytes read as UTF-8; malformed input becomes U+FFFD. */
    public String asUtf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A stream over the bytes. It needs no closing. */
    public InputStream inputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blob that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size only: content may be secret, and is seldom readable. */
    @Override
    public String toString() {
        return "Blob[" + bytes.length + " bytes]";
    }
}
