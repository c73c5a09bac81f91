package dev.whittle.runtime.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A string. */
final class StringDocument implements Document {
    private final String value;

    StringDocument(String value) {
        this.value = Objects.requireNonNull(value, "value must not be null");
    }

    @Override
    public boolean isString() {
        return true;
    }

    @Override
    public String asString() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StringDocument that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return quote(new StringBuilder(value.length() + 2), value).toString();
    }

    /** Appends a text as a JSON string. */
    static StringBuilder quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 0xF, 16));
                }
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }
}
