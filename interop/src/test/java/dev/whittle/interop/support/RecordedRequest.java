package dev.whittle.interop.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One request as it came over the wire.
 *
 * @param target path and query, undecoded
 * @param headers by name in lower case
 */
public record RecordedRequest(String method, String target, SortedMap<String, List<String>> headers, byte[] body) {
    /** The only value of a header. */
    public String header(String lowerCaseName) {
        List<String> values = headers.getOrDefault(lowerCaseName, List.of());
        if (values.size() != 1) {
            throw new AssertionError(lowerCaseName + " was sent " + values.size() + " times: " + headers);
        }
        return values.get(0);
    }

    /** The body as a tree. */
    public JsonNode json() {
        return Json.parse(body);
    }

    static SortedMap<String, List<String>> lowerCased(Map<String, List<String>> headers) {
        SortedMap<String, List<String>> result = new TreeMap<>();
        headers.forEach((name, values) -> result.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return result;
    }
}
