package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.ByteSink;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads strings. Every method begins behind the opening quote, and ends behind the closing one. */
abstract class JsonStrings extends CodecInput {
    JsonStrings(InputStream source) {
        super(source);
    }

    JsonStrings(byte[] whole) {
        super(whole);
    }

    @Override
    final String format() {
        return "JSON";
    }

    /** Reads a string. */
    final String text() {
        byte[] buffer = bytes;
        int from = position;
        int i = from;
        for (int end = limit; i < end; i++) {
            byte b = buffer[i];
            if (b == '"') {
                position = i + 1;
                return new String(buffer, from, i - from, StandardCharsets.ISO_8859_1);
            }
            // Below the space are both control characters and, negative, the bytes that are not ASCII.
            if (b < ' ' || b == '\\') {
                break;
            }
        }
        return unusual(i, MAX_STRING);
    }

    /** Reads a string that names something, and so has probably been read before. */
    final String name() {
        byte[] buffer = bytes;
        int from = position;
        int hash = 0;
        int i = from;
        for (int end = limit; i < end; i++) {
            byte b = buffer[i];
            if (b == '"') {
                position = i + 1;
                String known = KnownNames.find(buffer, from, i, hash);
                return known == null ? newName(from, i, hash) : known;
            }
            if (b < ' ' || b == '\\') {
                break;
            }
            hash = 31 * hash + b;
        }
        return unusual(i, MAX_NAME);
    }

    /** Reads a string that has escapes, or other than ASCII, or goes beyond the buffer; nothing of it before i is such. */
    private String unusual(int i, int max) {
        int start = position;
        boolean escapes = false;
        boolean escaped = false;
        for (int at = i; ; at++) {
            if (at == limit) {
                checkLength(at - start, max);
                at -= start;
                if (!receive(start)) {
                    throw cutOff();
                }
                start = 0;
            }
            byte b = bytes[at];
            if (escaped) {
                escaped = false;
            } else if (b == '"') {
                position = at + 1;
                checkLength(at - start, max);
                return escapes ? unescaped(start, at) : utf8(start, at);
            } else if (b == '\\') {
                escapes = true;
                escaped = true;
            } else if (b >= 0 && b < ' ') {
                position = at + 1;
                throw broken();
            }
        }
    }

    private String unescaped(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int run = from;
        int i = from;
        while (i < to) {
            if (bytes[i] != '\\') {
                i++;
                continue;
            }
            if (run < i) {
                text.append(utf8(run, i));
            }
            position = i + 1;
            text.append(escape());
            i = position;
            run = i;
        }
        if (run < to) {
            text.append(utf8(run, to));
        }
        position = to + 1;
        return text.toString();
    }

    /** Reads what follows a backslash. */
    private char escape() {
        byte b = raw();
        return switch (b) {
            case '"', '\\', '/' -> (char) b;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw broken();
        };
    }

    private int hex() {
        int digit = Character.digit(raw(), 16);
        if (digit < 0) {
            throw broken();
        }
        return digit;
    }

    /** Goes past a string. */
    final void skipText() {
        do {
            while (position < limit) {
                byte b = bytes[position++];
                if (b == '"') {
                    return;
                }
                if (b == '\\') {
                    escape();
                } else if (b >= 0 && b < ' ') {
                    throw broken();
                }
            }
        } while (receive(position));
        throw cutOff();
    }

    /** Reads a string of base64 without making the string; null if it is none. The buffer does not grow with it. */
    final byte @Nullable [] base64() {
        ByteSink out = new ByteSink();
        boolean padded = false;
        while (true) {
            int end = position;
            while (end < limit && bytes[end] != '"' && bytes[end] != '\\') {
                end++;
            }
            boolean whole = end < limit;
            if (padded && (end > position || (whole && bytes[end] == '\\'))) {
                return null;
            }
            if (whole && bytes[end] == '\\') {
                // A slash may be escaped. What was read before ends with four characters that belong together.
                byte[] rest = unBase64(text().getBytes(StandardCharsets.UTF_8));
                return rest == null ? null : joined(out, rest);
            }
            int length = whole ? end - position : end - position & ~3;
            byte[] part = unBase64(Arrays.copyOfRange(bytes, position, position + length));
            if (part == null) {
                return null;
            }
            padded |= part.length * 4L < length * 3L;
            position += length;
            if (whole) {
                position++;
                return joined(out, part);
            }
            out.write(part, 0, part.length);
            if (!receive(position)) {
                throw cutOff();
            }
        }
    }

    private static byte[] joined(ByteSink out, byte[] last) {
        if (out.size() == 0) {
            return last;
        }
        out.write(last, 0, last.length);
        return Arrays.copyOf(out.array(), out.size());
    }

    private static byte @Nullable [] unBase64(byte[] text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
