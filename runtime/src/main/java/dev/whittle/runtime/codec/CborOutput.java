package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes items of CBOR by way of a borrowed buffer. */
final class CborOutput extends CodecOutput {
    // Major types, in the upper three bits of an item's first byte.
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1 << 5;
    static final int BYTES = 2 << 5;
    static final int TEXT = 3 << 5;
    static final int ARRAY = 4 << 5;
    static final int TAG = 6 << 5;

    /** A first byte and the eight behind it. */
    private static final int MAX_HEAD = 9;

    CborOutput(OutputStream stream) {
        super(stream);
    }

    /** The beginning of an item: its type and a number without a sign, in as few bytes as it fits into. */
    void head(int type, long number) {
        room(MAX_HEAD);
        if (number >= 0 && number < 24) {
            bytes[size++] = (byte) (type | (int) number);
        } else if (number >= 0 && number <= 0xFF) {
            bytes[size++] = (byte) (type | 24);
            bytes[size++] = (byte) number;
        } else if (number >= 0 && number <= 0xFFFF) {
            bytes[size++] = (byte) (type | 25);
            big(number, 2);
        } else if (number >= 0 && number <= 0xFFFF_FFFFL) {
            bytes[size++] = (byte) (type | 26);
            big(number, 4);
        } else {
            bytes[size++] = (byte) (type | 27);
            big(number, 8);
        }
    }

    private void big(long number, int count) {
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (number >> shift);
        }
    }

    /** A whole number. */
    void number(long value) {
        if (value < 0) {
            head(NEGATIVE, ~value);
        } else {
            head(UNSIGNED, value);
        }
    }

    /** A floating point number of 32 bits. */
    void floating(float value) {
        sign(0xFA);
        room(4);
        big(Float.floatToIntBits(value), 4);
    }

    /** A floating point number of 64 bits. */
    void floating(double value) {
        sign(0xFB);
        room(8);
        big(Double.doubleToLongBits(value), 8);
    }

    /** Bytes. */
    void binary(byte[] value) {
        head(BYTES, value.length);
        raw(value);
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException if it has half of a surrogate pair, which UTF-8 has no bytes for
     */
    void text(String text) {
        int length = text.length();
        if (length > RUN || !ascii(text, length)) {
            byte[] utf8 = Utf8.bytes(text);
            head(TEXT, utf8.length);
            raw(utf8);
        }
    }

    /** Writes a text if it is ASCII. */
    private boolean ascii(String text, int length) {
        room(MAX_HEAD + length);
        int start = size;
        head(TEXT, length);
        byte[] out = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = start;
                return false;
            }
            out[at++] = (byte) c;
        }
        size = at;
        return true;
    }

    private void raw(byte[] value) {
        room(value.length);
        if (value.length <= bytes.length) {
            System.arraycopy(value, 0, bytes, size, value.length);
            size += value.length;
            return;
        }
        try {
            stream.write(value, 0, value.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
