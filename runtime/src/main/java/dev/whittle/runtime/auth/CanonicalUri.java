package dev.whittle.runtime.auth;

import dev.whittle.runtime.internal.Ascii;
import dev.whittle.runtime.internal.PercentEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical form of a path and a query. Most are in that form already, and are copied. */
final class CanonicalUri {
    private CanonicalUri() {}

    /** Writes a path, which is encoded already, normalised and encoded once more. */
    static void writePath(Ascii out, String path) {
        if (path.isEmpty()) {
            out.add('/');
            return;
        }
        boolean plain = true;
        boolean dotted = path.charAt(0) != '/';
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (before == '/' && (c == '/' || c == '.')) {
                dotted = true;
            } else if (c != '/' && !PercentEncoding.isUnreserved(c)) {
                plain = false;
            }
            before = c;
        }
        String normal = dotted ? normalized(path) : path;
        if (plain) {
            out.add(normal);
        } else {
            StringBuilder encoded = new StringBuilder(normal.length() + 32);
            PercentEncoding.encodePath(encoded, normal);
            out.add(encoded.toString());
        }
    }

    /** The path without empty segments and dot segments; those that would lead above the root stay. */
    private static String normalized(String path) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        while (start < path.length()) {
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            String segment = path.substring(start, end);
            int last = segments.size() - 1;
            if (segment.equals("..") && last >= 0 && !segments.get(last).equals("..")) {
                segments.remove(last);
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
            start = end + 1;
        }
        StringBuilder out = new StringBuilder(path.length() + 1);
        for (String segment : segments) {
            out.append('/').append(segment);
        }
        if (out.length() == 0 || path.endsWith("/")) {
            out.append('/');
        }
        return out.toString();
    }

    /** Writes a query with its parameters sorted by name, then value, each encoded in the one canonical way. */
    static void writeQuery(Ascii out, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        if (isOneCanonicalParameter(query)) {
            out.add(query);
            return;
        }
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start <= query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (end > start) {
                parameters.add(Parameter.of(query.substring(start, end)));
            }
            start = end + 1;
        }
        Parameter[] sorted = parameters.toArray(new Parameter[0]);
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0) {
                out.add('&');
            }
            out.add(sorted[i].name).add('=').add(sorted[i].value);
        }
    }

    private static boolean isOneCanonicalParameter(String query) {
        int equals = query.indexOf('=');
        if (equals <= 0) {
            return false;
        }
        for (int i = 0; i < query.length(); i++) {
            if (i != equals && !PercentEncoding.isUnreserved(query.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** One parameter in canonical encoding, which is ASCII, so that its order as text is its order as bytes. */
    private static final class Parameter implements Comparable<Parameter> {
        private final String name;
        private final String value;

        private Parameter(String name, String value) {
            this.name = name;
            this.value = value;
        }

        static Parameter of(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new Parameter(canonical(text), "")
                    : new Parameter(canonical(text.substring(0, equals)), canonical(text.substring(equals + 1)));
        }

        private static String canonical(String encoded) {
            StringBuilder out = new StringBuilder(encoded.length() + 16);
            PercentEncoding.encode(out, decoded(encoded));
            return out.toString();
        }

        private static String decoded(String encoded) {
            if (encoded.indexOf('%') < 0) {
                return encoded;
            }
            byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
            for (int i = 0; i < bytes.length; i++) {
                int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
                if (low < 0) {
                    out.write(bytes[i]);
                } else {
                    out.write(high << 4 | low);
                    i += 2;
                }
            }
            return out.toString(StandardCharsets.UTF_8);
        }

        @Override
        public int compareTo(Parameter other) {
            int order = name.compareTo(other.name);
            return order != 0 ? order : value.compareTo(other.value);
        }
    }
}
