package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.Buffers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Collects a body in a borrowed buffer, and hands it over to a stream when the buffer is full. */
abstract class CodecOutput {
    /** How many characters are written without looking for room. */
    static final int RUN = 1024;

    /** How many bytes, a multiple of three, become base64 at once. */
    private static final int CHUNK = 3 * 1024;

    final OutputStream stream;
    byte[] bytes;
    int size;

    CodecOutput(OutputStream stream) {
        this.stream = stream;
        this.bytes = Buffers.CODEC.take();
    }

    /** Hands over what was written, and gives the buffer back. */
    final void close() {
        flush();
        Buffers.CODEC.give(bytes);
        bytes = new byte[0];
    }

    private void flush() {
        try {
            stream.write(bytes, 0, size);
            size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes room for as many bytes, which must not be more than the buffer has. */
    final void room(int more) {
        if (bytes.length - size < more) {
            flush();
        }
    }

    /** A byte of the format itself. */
    final void sign(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    /** A text of at most some thousand characters, all ASCII, as it is. */
    // The one way to copy characters that are known to be bytes, without another array.
    @SuppressWarnings("deprecation")
    final void ascii(String text) {
        for (int from = 0; from < text.length(); from += RUN) {
            int to = Math.min(text.length(), from + RUN);
            room(to - from);
            text.getBytes(from, to, bytes, size);
            size += to - from;
        }
    }

    /** A whole number. */
    final void decimal(long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            ascii(Long.toString(value));
            return;
        }
        int rest = (int) value;
        int digits = 1;
        for (long power = 10; rest >= power; power *= 10) {
            digits++;
        }
        room(digits);
        size += digits;
        for (int at = size - 1; digits > 0; at--, digits--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /**
     * The character at a place in a text, which is not ASCII. Returns how many of the text's characters it has: 0, and
     * nothing was written, for half of a surrogate pair.
     */
    final int wide(String text, int at) {
        room(4);
        int code = text.codePointAt(at);
        int width = 1;
        if (code < 0x800) {
            bytes[size++] = (byte) (0xC0 | code >> 6);
        } else if (code <= Character.MAX_VALUE) {
            if (Character.isSurrogate((char) code)) {
                return 0;
            }
            bytes[size++] = (byte) (0xE0 | code >> 12);
            bytes[size++] = tail(code >> 6);
        } else {
            bytes[size++] = (byte) (0xF0 | code >> 18);
            bytes[size++] = tail(code >> 12);
            bytes[size++] = tail(code >> 6);
            width = 2;
        }
        bytes[size++] = tail(code);
        return width;
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Bytes in base64. */
    final void base64(byte[] value) {
        Base64.Encoder encoder = Base64.getEncoder();
        byte[] in = new byte[Math.min(value.length, CHUNK)];
        for (int from = 0; from < value.length; from += in.length) {
            if (value.length - from < in.length) {
                in = new byte[value.length - from];
            }
            System.arraycopy(value, from, in, 0, in.length);
            room(4 * (CHUNK / 3));
            byte[] encoded = encoder.encode(in);
            System.arraycopy(encoded, 0, bytes, size, encoded.length);
            size += encoded.length;
        }
    }
}
