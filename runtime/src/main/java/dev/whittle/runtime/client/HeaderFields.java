package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.internal.Utf8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What header fields may hold, and how lists in them are taken apart. */
final class HeaderFields {
    private HeaderFields() {}

    /**
     * What makes a field one that cannot be sent, because it would end early, pass for two, or arrive as something else;
     * null if nothing does. Neither name nor value is quoted: either may be a secret.
     */
    static @Nullable String fault(String name, String value) {
        String fault = nameFault(name);
        return fault == null ? valueFault(value) : fault;
    }

    /** What is wrong with the name of a field; null if nothing is. */
    static @Nullable String nameFault(String name) {
        if (name.isEmpty()) {
            return "an empty header name";
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 127 || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return "a header name of " + name.length()
                        + " characters that has other characters than letters, digits and !#$%&'*+-.^_`|~";
            }
        }
        return null;
    }

    /** What is wrong with the value of a field; null if nothing is. */
    static @Nullable String valueFault(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            // The common case first: visible ASCII and spaces.
            if (c >= ' ' && c < 127) {
                continue;
            }
            if (c == '\r' || c == '\n') {
                return "a line break";
            }
            if (c == 0) {
                return "the character NUL";
            }
            if (c != '\t' && Character.isISOControl(c)) {
                return "a control character";
            }
            if (Character.isSurrogate(c)) {
                if (Utf8.isHalf(value, i)) {
                    return Utf8.HALF_PAIR;
                }
                i++;
            }
        }
        return null;
    }

    /**
     * Refuses a field that was given to a builder.
     *
     * @param owner what it was given to
     * @throws IllegalArgumentException if it cannot be sent
     */
    static void check(String owner, String name, String value) {
        String fault = nameFault(name);
        if (fault != null) {
            throw new IllegalArgumentException(owner + ": " + fault);
        }
        fault = valueFault(value);
        if (fault != null) {
            throw new IllegalArgumentException(owner + ": the value of header " + name + " holds " + fault);
        }
    }

    /** Refuses a request with a field that cannot be sent, from any source. */
    static void check(String operation, HttpHeaders.Builder headers) {
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            String value = headers.value(i);
            if (name == null || value == null || fault(name, value) != null) {
                throw Failures.badHeader(operation, name, value);
            }
        }
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
