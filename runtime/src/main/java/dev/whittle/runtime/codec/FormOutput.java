package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.PercentEncoding;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.internal.Utf8;
import java.io.OutputStream;

/** Writes the names and the values of a form, by way of a borrowed buffer. */
final class FormOutput extends CodecOutput {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    FormOutput(OutputStream stream) {
        super(stream);
    }

    /**
     * A text, percent-encoded.
     *
     * @throws IllegalArgumentException if the text holds half of a surrogate pair
     */
    void encoded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (PercentEncoding.isUnreserved(c)) {
                sign(c);
            } else if (c < 0x80) {
                percent(c);
            } else {
                i += encodedWide(text, i) - 1;
            }
        }
    }

    private int encodedWide(String text, int at) {
        room(16);
        int from = size;
        int width = wide(text, at);
        if (width == 0) {
            throw UnwritableException.of("a text holds " + Utf8.HALF_PAIR);
        }
        int count = size - from;
        int utf8 = 0;
        for (int i = 0; i < count; i++) {
            utf8 = (utf8 << 8) | (bytes[from + i] & 0xFF);
        }
        size = from;
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            percent(utf8 >> shift & 0xFF);
        }
        return width;
    }

    private void percent(int b) {
        room(3);
        bytes[size++] = '%';
        bytes[size++] = HEX[b >> 4];
        bytes[size++] = HEX[b & 0xF];
    }
}
