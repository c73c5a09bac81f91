package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.internal.Utf8;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the texts of an XML document as UTF-8, by way of a borrowed buffer. */
final class XmlOutput extends CodecOutput {
    XmlOutput(OutputStream stream) {
        super(stream);
    }

    /**
     * A text, so that every parser reads the same text. Line breaks are references where a parser would change them: all
     * but the line feed, and the line feed too in an attribute.
     *
     * @throws IllegalArgumentException if the text holds a character that XML does not have
     */
    void text(String text, boolean isAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String reference = c > '>' && c < 0x7F ? null : reference(c, isAttribute);
            if (reference != null) {
                ascii(reference);
            } else if (c < 0x80) {
                sign(c);
            } else {
                int width = wide(text, i);
                if (width == 0) {
                    throw UnwritableException.of("a text holds " + Utf8.HALF_PAIR);
                }
                i += width - 1;
            }
        }
    }

    private static @Nullable String reference(char c, boolean isAttribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            case '\r' -> "&#xD;";
            case '\n' -> isAttribute ? "&#xA;" : null;
            case '\t' -> isAttribute ? "&#x9;" : null;
            case '\u0085' -> "&#x85;";
            case '\u2028' -> "&#x2028;";
            case '\uFFFE', '\uFFFF' -> throw unwritable();
            default -> {
                if (c < ' ') {
                    throw unwritable();
                }
                yield null;
            }
        };
    }

    private static RuntimeException unwritable() {
        return UnwritableException.of("a text holds a character that XML does not have");
    }
}
