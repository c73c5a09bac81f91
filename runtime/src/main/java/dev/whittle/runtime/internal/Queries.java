package dev.whittle.runtime.internal;

import org.jspecify.annotations.Nullable;

/** Changes to encoded queries. */
public final class Queries {
    private Queries() {}

    /** The query with a parameter at its end. */
    public static String with(@Nullable String query, String name, String value) {
        StringBuilder out = new StringBuilder();
        if (query != null && !query.isEmpty()) {
            out.append(query).append('&');
        }
        PercentEncoding.encode(out, name);
        PercentEncoding.encode(out.append('='), value);
        return out.toString();
    }

    /** The query without the parameters of a name, which is looked for as this runtime encodes it; null for none left. */
    public static @Nullable String without(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        StringBuilder encoded = new StringBuilder();
        PercentEncoding.encode(encoded, name);
        String unwanted = encoded.append('=').toString();
        StringBuilder out = new StringBuilder(query.length());
        for (int start = 0; start < query.length(); ) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (!query.startsWith(unwanted, start)) {
                out.append(out.length() == 0 ? "" : "&").append(query, start, end);
            }
            start = end + 1;
        }
        return out.length() == 0 ? null : out.toString();
    }
}
