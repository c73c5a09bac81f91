package dev.whittle.runtime.codec;

import java.io.OutputStream;
import java.util.Base64;

/** Writes the tokens of a JSON text as UTF-8, by way of a borrowed buffer. */
final class JsonOutput extends CodecOutput {
    /** How many bytes, a multiple of three, become base64 at once. */
    private static final int CHUNK = 3 * 1024;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    JsonOutput(OutputStream stream) {
        super(stream);
    }

    /** A text of at most some thousand characters, all ASCII, as it is. */
    // The one way to copy characters that are known to be bytes, without another array.
    @SuppressWarnings("deprecation")
    void ascii(String text) {
        for (int from = 0; from < text.length(); from += RUN) {
            int to = Math.min(text.length(), from + RUN);
            room(to - from);
            text.getBytes(from, to, bytes, size);
            size += to - from;
        }
    }

    /** A whole number. */
    void number(long value) {
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

    /** A text in quotes. Half a surrogate pair, which UTF-8 has no bytes for, is escaped. */
    void quoted(String text) {
        sign('"');
        for (int from = 0; from < text.length(); ) {
            from = run(text, from, Math.min(text.length(), from + RUN));
        }
        sign('"');
    }

    private int run(String text, int from, int to) {
        room(6 * (to - from));
        byte[] out = bytes;
        int at = size;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = at;
                return wide(text, i);
            }
            if (c < ' ' || c == '"' || c == '\\') {
                size = at;
                escaped(c);
                at = size;
            } else {
                out[at++] = (byte) c;
            }
        }
        size = at;
        return to;
    }

    private void escaped(char c) {
        bytes[size++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[size++] = (byte) c;
            case '\b' -> bytes[size++] = 'b';
            case '\f' -> bytes[size++] = 'f';
            case '\n' -> bytes[size++] = 'n';
            case '\r' -> bytes[size++] = 'r';
            case '\t' -> bytes[size++] = 't';
            default -> {
                bytes[size++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    bytes[size++] = HEX[c >> shift & 0xF];
                }
            }
        }
    }

    /** Writes the characters from i on that are not ASCII, and returns where they end. */
    private int wide(String text, int i) {
        int at = i;
        for (int to = Math.min(text.length(), i + RUN); at < to; at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                return at;
            }
            room(6);
            if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
            } else if (!Character.isSurrogate(c)) {
                bytes[size++] = (byte) (0xE0 | c >> 12);
                bytes[size++] = tail(c >> 6);
            } else {
                int code = text.codePointAt(at);
                if (code == c) {
                    escaped(c);
                    continue;
                }
                bytes[size++] = (byte) (0xF0 | code >> 18);
                bytes[size++] = tail(code >> 12);
                bytes[size++] = tail(code >> 6);
                c = (char) (code & 0x3F);
                at++;
            }
            bytes[size++] = tail(c);
        }
        return at;
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Bytes as a string of base64. */
    void base64(byte[] value) {
        sign('"');
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
        sign('"');
    }
}
