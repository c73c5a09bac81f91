package dev.whittle.runtime.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte buffer that text is written into without going through a String or an encoder. */
public final class Ascii {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] bytes = new byte[1024];
    private int size;

    /** Makes an empty buffer. */
    public Ascii() {}

    /** Whether a header can hold a text as it is: visible ASCII and spaces, and not only those. */
    public static boolean isHeaderValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isBlank();
    }

    /** Empties the buffer; it keeps its room. */
    public void clear() {
        size = 0;
    }

    /** The number of bytes so far. */
    public int size() {
        return size;
    }

    /** The number of bytes there is room for. */
    public int capacity() {
        return bytes.length;
    }

    /** The array with the bytes so far. */
    public byte[] array() {
        return bytes;
    }

    /** Adds one character below 128. */
    public Ascii add(char c) {
        ensure(1);
        bytes[size++] = (byte) c;
        return this;
    }

    /** Puts one character below 128 in the place of the last. */
    public Ascii replaceLast(char c) {
        bytes[size - 1] = (byte) c;
        return this;
    }

    /** Adds a text that is known to have no character beyond 127. */
    // The deprecated copy drops the upper bytes, of which there are none, and runs at the speed of an array copy.
    @SuppressWarnings("deprecation")
    public Ascii add(String ascii) {
        int length = ascii.length();
        ensure(length);
        ascii.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    /** Adds bytes. */
    public Ascii add(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
        return this;
    }

    /** Adds bytes that this buffer already has. */
    public Ascii repeat(int start, int end) {
        ensure(end - start);
        System.arraycopy(bytes, start, bytes, size, end - start);
        size += end - start;
        return this;
    }

    /** Adds bytes as small hexadecimal digits. */
    public Ascii hex(byte[] source) {
        ensure(source.length * 2);
        for (byte b : source) {
            bytes[size++] = HEX[b >> 4 & 0xF];
            bytes[size++] = HEX[b & 0xF];
        }
        return this;
    }

    /** Adds a name with its capitals made small. */
    public Ascii lowerCase(String ascii) {
        int start = size;
        add(ascii);
        for (int i = start; i < size; i++) {
            byte b = bytes[i];
            if (b >= 'A' && b <= 'Z') {
                bytes[i] = (byte) (b + ('a' - 'A'));
            }
        }
        return this;
    }

    /** Adds a text in UTF-8 without the white space at its ends, every run of it inside as one space. */
    public Ascii collapsed(String text) {
        int length = text.length();
        int start = size;
        ensure(length);
        boolean space = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                space = size > start;
            } else if (c < 128) {
                if (space) {
                    bytes[size++] = ' ';
                    space = false;
                }
                bytes[size++] = (byte) c;
            } else {
                size = start;
                return collapsedUtf8(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return this;
    }

    private Ascii collapsedUtf8(byte[] text) {
        ensure(text.length);
        int start = size;
        boolean space = false;
        for (byte b : text) {
            if (b == ' ' || (b >= '\t' && b <= '\r')) {
                space = size > start;
            } else {
                if (space) {
                    bytes[size++] = ' ';
                    space = false;
                }
                bytes[size++] = b;
            }
        }
        return this;
    }

    /** The bytes from a place on as a text. */
    public String text(int start) {
        return new String(bytes, start, size - start, StandardCharsets.ISO_8859_1);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
