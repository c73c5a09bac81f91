package dev.whittle.bedrockagentcore.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire.
 *
 * @param target path and query, undecoded
 * @param headers by name in lower case
 */
public record RecordedRequest(String method, String target, SortedMap<String, List<String>> headers, byte[] body) {
    private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,]+)");

    /** The path, undecoded. */
    public String path() {
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /** The query, undecoded; null if there is none. */
    public @Nullable String query() {
        int end = target.indexOf('?');
        return end < 0 ? null : target.substring(end + 1);
    }

    /** The only value of a header; null if it was not sent. */
    public @Nullable String header(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        if (values == null) {
            return null;
        }
        if (values.size() > 1) {
            throw new AssertionError(lowerCaseName + " was sent " + values.size() + " times: " + values);
        }
        return values.get(0);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The names of the headers that the signature covers, in its order. */
    public List<String> signedHeaders() {
        Matcher names = SIGNED_HEADERS.matcher(String.valueOf(header("authorization")));
        if (!names.find()) {
            throw new AssertionError("not signed: " + headers);
        }
        return List.of(names.group(1).split(";"));
    }

    @Override
    public String toString() {
        return method + " " + target + " " + headers + " " + text();
    }

    static SortedMap<String, List<String>> lowerCased(Map<String, List<String>> headers) {
        SortedMap<String, List<String>> result = new TreeMap<>();
        headers.forEach((name, values) -> result.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return result;
    }
}
