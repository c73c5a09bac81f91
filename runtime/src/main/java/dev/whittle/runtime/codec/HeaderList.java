package dev.whittle.runtime.codec;

import org.jspecify.annotations.Nullable;

/** Builds the value of a header that holds a list: elements joined by {@code ", "}. */
public final class HeaderList {
    private @Nullable StringBuilder text;

    /** Starts a list with no elements. */
    public HeaderList() {}

    /** Adds a text, quoted as RFC 9110 quotes strings where it holds a comma, a quote or space at an end. */
    public HeaderList add(String value) {
        StringBuilder out = next();
        if (!needsQuotes(value)) {
            out.append(value);
            return this;
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
        return this;
    }

    /** Adds a text as it is: a number, or a date, whose comma is part of it. */
    public HeaderList addPlain(String value) {
        next().append(value);
        return this;
    }

    /** The header's value; empty when nothing was added. */
    public String text() {
        return text == null ? "" : text.toString();
    }

    private StringBuilder next() {
        StringBuilder out = text;
        if (out == null) {
            text = out = new StringBuilder();
        } else {
            out.append(", ");
        }
        return out;
    }

    private static boolean needsQuotes(String value) {
        int length = value.length();
        return value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || (length > 0 && (value.charAt(0) == ' ' || value.charAt(length - 1) == ' '));
    }
}
