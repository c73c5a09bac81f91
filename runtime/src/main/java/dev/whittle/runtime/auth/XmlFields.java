package dev.whittle.runtime.auth;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of those elements of an XML document that hold nothing but text, by name: just enough XML for the responses of
 * STS. Of several elements with a name the first counts. Attributes, comments and instructions are skipped; a document
 * type, and so an entity of its own, is a fault.
 */
final class XmlFields {
    private final String text;
    private final Map<String, String> fields = new HashMap<>();
    private int at;

    private XmlFields(String text) {
        this.text = text;
    }

    /** The texts by name; null when this is not XML of the kind described. */
    static @Nullable Map<String, String> read(String text) {
        XmlFields fields = new XmlFields(text);
        return fields.scan() ? fields.fields : null;
    }

    private boolean scan() {
        String open = null;
        int textStart = 0;
        int depth = 0;
        while ((at = text.indexOf('<', at)) >= 0) {
            if (text.startsWith("<?", at)) {
                at = after("?>");
            } else if (text.startsWith("<!--", at)) {
                at = after("-->");
            } else if (text.startsWith("</", at)) {
                String name = text.substring(at + 2, Math.max(at + 2, text.indexOf('>', at)))
                        .trim();
                if (name.equals(open) && !put(name, text.substring(textStart, at))) {
                    return false;
                }
                open = null;
                depth--;
                at = after(">");
            } else {
                int end = after(">");
                boolean empty = end > 1 && text.charAt(end - 2) == '/';
                open = empty ? null : name(at + 1);
                textStart = end;
                depth += empty ? 0 : 1;
                // Also rejects what begins with an exclamation mark.
                if (!empty && (open == null || open.isEmpty())) {
                    return false;
                }
                at = end;
            }
            if (at < 0 || depth < 0) {
                return false;
            }
        }
        return depth == 0 && !fields.isEmpty();
    }

    /** The place behind the next occurrence; -1 when there is none. */
    private int after(String what) {
        int index = text.indexOf(what, at);
        return index < 0 ? -1 : index + what.length();
    }

    private String name(int start) {
        int end = start;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.'
                || c == ':'
                || c > 127;
    }

    private boolean put(String name, String raw) {
        String value = unescaped(raw);
        if (value == null) {
            return false;
        }
        if (!fields.containsKey(name)) {
            fields.put(name, value.trim());
        }
        return true;
    }

    /** The text with its references resolved; null when there is one that XML itself does not have. */
    private static @Nullable String unescaped(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int start = 0;
        for (int and; (and = raw.indexOf('&', start)) >= 0; ) {
            int end = raw.indexOf(';', and);
            int c = end < 0 ? -1 : character(raw.substring(and + 1, end));
            if (c < 0) {
                return null;
            }
            out.append(raw, start, and).appendCodePoint(c);
            start = end + 1;
        }
        return out.append(raw, start, raw.length()).toString();
    }

    private static int character(String reference) {
        return switch (reference) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> number(reference);
        };
    }

    private static int number(String reference) {
        boolean hex = reference.startsWith("#x");
        if (!reference.startsWith("#") || reference.length() > 9) {
            return -1;
        }
        try {
            int c = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(c) ? c : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
