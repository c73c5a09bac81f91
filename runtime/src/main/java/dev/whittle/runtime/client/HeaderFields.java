package dev.whittle.runtime.client;

import java.util.ArrayList;
import java.util.List;

/** What header fields may hold, and how lists in them are taken apart. */
final class HeaderFields {
    private HeaderFields() {}

    /** Rejects a field that would end early, or pass for two. */
    static void check(String owner, String name, String value) {
        if (name.isEmpty() || !isToken(name)) {
            throw new IllegalArgumentException(owner + ": '" + printable(name) + "' is not a header name");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException(
                        owner + ": the value of header " + name + " holds a line break or NUL");
            }
        }
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 127 || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String printable(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && i < 64; i++) {
            char c = name.charAt(i);
            out.append(c < ' ' || c == 127 ? '?' : c);
        }
        return out.toString();
    }

    /** Adds the elements of a list: split at commas, but not inside quotes, which are taken off. */
    static void split(String value, List<String> elements) {
        int at = 0;
        int length = value.length();
        while (at < length) {
            char c = value.charAt(at);
            if (c == ' ' || c == '\t' || c == ',') {
                at++;
            } else if (c == '"') {
                at = quoted(value, at + 1, elements);
            } else {
                int end = value.indexOf(',', at);
                end = end < 0 ? length : end;
                elements.add(value.substring(at, end).trim());
                at = end;
            }
        }
    }

    private static int quoted(String value, int start, List<String> elements) {
        StringBuilder element = new StringBuilder();
        int at = start;
        for (; at < value.length() && value.charAt(at) != '"'; at++) {
            char c = value.charAt(at);
            if (c == '\\' && at + 1 < value.length()) {
                at++;
                c = value.charAt(at);
            }
            element.append(c);
        }
        elements.add(element.toString());
        // Whatever stands between the closing quote and the comma belongs to nothing.
        int comma = value.indexOf(',', at);
        return comma < 0 ? value.length() : comma;
    }

    /** Adds the elements of a list of HTTP dates, each of which holds one comma, or of any other timestamps. */
    static void splitDates(String value, List<String> elements) {
        List<String> parts = new ArrayList<>();
        split(value, parts);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean weekday = !part.isEmpty() && part.charAt(0) > '9' && i + 1 < parts.size();
            elements.add(weekday ? part + ", " + parts.get(++i) : part);
        }
    }
}
