package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.PercentEncoding;
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
            if (!PercentEncoding.isUnreserved(c)) {
                for (byte b : Utf8.bytes(text.substring(i))) {
                    encoded(b & 0xFF);
                }
                return;
            }
            sign(c);
        }
    }

    private void encoded(int b) {
        if (PercentEncoding.isUnreserved(b)) {
            sign(b);
            return;
        }
        room(3);
        bytes[size++] = '%';
        bytes[size++] = HEX[b >> 4];
        bytes[size++] = HEX[b & 0xF];
    }
}
