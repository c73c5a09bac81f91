package dev.whittle.runtime.codec;

import java.io.OutputStream;

/** Writes the tokens of a JSON text as UTF-8, by way of a borrowed buffer. */
final class JsonOutput extends CodecOutput {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    JsonOutput(OutputStream stream) {
        super(stream);
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
                return wideRun(text, i);
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
    private int wideRun(String text, int i) {
        int at = i;
        for (int to = Math.min(text.length(), i + RUN); at < to; at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                return at;
            }
            int width = wide(text, at);
            if (width == 0) {
                room(6);
                escaped(c);
            } else if (width == 2) {
                at++;
            }
        }
        return at;
    }

    /** Bytes as a string of base64. */
    void quotedBase64(byte[] value) {
        sign('"');
        base64(value);
        sign('"');
    }
}
