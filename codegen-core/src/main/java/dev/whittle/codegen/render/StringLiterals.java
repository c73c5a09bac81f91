package dev.whittle.codegen.render;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text as Java writes it in a program. */
final class StringLiterals {
    private StringLiterals() {}

    /** The literal of a text; one with several lines becomes a literal for each. */
    static String of(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                literal.append("\\\"");
            } else if (c == '\\') {
                literal.append("\\\\");
            } else if (Character.isISOControl(c)) {
                literal.append(control(c));
                if (c == '\n' && i + 1 < value.length()) {
                    literal.append("\"\n        + \"");
                }
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    private static String control(char c) {
        return switch (c) {
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }
}
