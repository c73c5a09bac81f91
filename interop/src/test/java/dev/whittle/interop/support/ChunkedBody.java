package dev.whittle.interop.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A body in the content encoding {@code aws-chunked}, without its signatures.
 *
 * @param trailers what follows the content, by name in lower case
 */
public record ChunkedBody(byte[] content, Map<String, String> trailers) {
    /** Reads a body. */
    public static ChunkedBody of(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        int size;
        do {
            int end = text.indexOf("\r\n", at);
            size = Integer.parseInt(text.substring(at, end).split(";", 2)[0], 16);
            at = end + 2;
            content.write(body, at, size);
            at += size == 0 ? 0 : size + 2;
        } while (size > 0);
        Map<String, String> trailers = new TreeMap<>();
        for (String line : text.substring(at).split("\r\n")) {
            if (!line.isEmpty()) {
                String[] field = line.split(":", 2);
                trailers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
            }
        }
        return new ChunkedBody(content.toByteArray(), trailers);
    }

    /** A trailer that must be there. */
    public String trailer(String lowerCaseName) {
        String value = trailers.get(lowerCaseName);
        if (value == null) {
            throw new AssertionError(lowerCaseName + " is not in " + trailers.keySet());
        }
        return value;
    }
}
