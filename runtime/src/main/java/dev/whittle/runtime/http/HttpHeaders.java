package dev.whittle.runtime.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Header fields in the order they were sent. Names keep their case and are compared without it. */
public final class HttpHeaders {
    private static final HttpHeaders EMPTY = new HttpHeaders(new String[0], 0);

    /** Names at even places, each followed by its value; a builder that shares it copies before it writes again. */
    private final String[] fields;

    private final int length;

    private HttpHeaders(String[] fields, int length) {
        this.fields = fields;
        this.length = length;
    }

    /** No headers. */
    public static HttpHeaders empty() {
        return EMPTY;
    }

    /** A builder with no headers. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of fields. */
    public int size() {
        return length / 2;
    }

    /** The name of a field, counted from 0. */
    public String name(int index) {
        return fields[index * 2];
    }

    /** The value of a field, counted from 0. */
    public String value(int index) {
        return fields[index * 2 + 1];
    }

    /** The value of the first field with a name; null when there is none. */
    public @Nullable String first(String name) {
        for (int i = 0; i < length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /** The values of all fields with a name, joined by {@code ", "}; null when there is none. */
    public @Nullable String joined(String name) {
        String value = null;
        for (int i = 0; i < length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                value = value == null ? fields[i + 1] : value + ", " + fields[i + 1];
            }
        }
        return value;
    }

    /** All fields by name; names that differ in case only come together under the first one's spelling. */
    public Map<String, List<String>> toMap() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (int i = 0; i < length; i += 2) {
            String name = fields[i];
            for (String known : map.keySet()) {
                if (known.equalsIgnoreCase(name)) {
                    name = known;
                    break;
                }
            }
            List<String> values = map.get(name);
            if (values == null) {
                values = new ArrayList<>(1);
                map.put(name, values);
            }
            values.add(fields[i + 1]);
        }
        return map;
    }

    /** The text of a header's value as it was received: UTF-8 or, as HTTP used to be written in, Latin-1. */
    public static String text(byte[] bytes, int first, int last) {
        for (int i = first; i < last; i++) {
            if (bytes[i] < 0) {
                try {
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, first, last - first))
                            .toString();
                } catch (CharacterCodingException e) {
                    break;
                }
            }
        }
        return new String(bytes, first, last - first, StandardCharsets.ISO_8859_1);
    }

    /** The name of a header as a message may have it, in one line and not too long. */
    public static String printable(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length() && i < 64; i++) {
            char c = name.charAt(i);
            out.append(c < ' ' || c >= 127 ? '?' : c);
        }
        return out.toString();
    }

    /** Builds {@link HttpHeaders}. */
    public static final class Builder {
        private String[] fields = new String[16];
        private int length;
        private boolean shared;

        private Builder() {}

        /** Adds a field, after any of the same name. */
        public Builder add(String name, String value) {
            if (shared || length == fields.length) {
                fields = Arrays.copyOf(fields, Math.max(16, length * 2));
                shared = false;
            }
            fields[length++] = name;
            fields[length++] = value;
            return this;
        }

        /** Puts a field in the place of any of the same name. */
        public Builder set(String name, String value) {
            remove(name);
            return add(name, value);
        }

        /** Removes the fields of a name. */
        public Builder remove(String name) {
            if (!contains(name)) {
                return this;
            }
            String[] kept = new String[fields.length];
            int end = 0;
            for (int i = 0; i < length; i += 2) {
                if (!fields[i].equalsIgnoreCase(name)) {
                    kept[end++] = fields[i];
                    kept[end++] = fields[i + 1];
                }
            }
            fields = kept;
            length = end;
            shared = false;
            return this;
        }

        /** Goes back to headers that were built before. */
        public Builder reset(HttpHeaders headers) {
            fields = headers.fields;
            length = headers.length;
            shared = true;
            return this;
        }

        /** Whether there is a field of this name. */
        public boolean contains(String name) {
            return first(name) != null;
        }

        /** The value of the first field with a name; null when there is none. */
        public @Nullable String first(String name) {
            for (int i = 0; i < length; i += 2) {
                if (fields[i].equalsIgnoreCase(name)) {
                    return fields[i + 1];
                }
            }
            return null;
        }

        /** The number of fields so far. */
        public int size() {
            return length / 2;
        }

        /** The name of a field, counted from 0. */
        public String name(int index) {
            return fields[index * 2];
        }

        /** The value of a field, counted from 0. */
        public String value(int index) {
            return fields[index * 2 + 1];
        }

        /** The headers so far; the builder may go on and does not change them. */
        public HttpHeaders build() {
            shared = true;
            return new HttpHeaders(fields, length);
        }
    }
}
