package dev.whittle.bedrockagentcore.chromium;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was received.
 *
 * @param target path and query, not decoded
 * @param headers by name, in any case; only the first of each name
 */
record Request(String method, URI target, Map<String, String> headers, byte[] body) {
    private static final int LONGEST_HEAD = 32 * 1024;

    static Request of(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    /** Reads the head of a GET request. */
    static Request read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        String[] first = lines[0].split(" ");
        if (first.length != 3 || !first[0].equals("GET") || !first[1].matches("/[^/].*")) {
            throw new ProtocolException("not a GET request of HTTP");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).strip());
            }
        }
        try {
            return new Request(first[0], new URI(first[1]), headers, new byte[0]);
        } catch (URISyntaxException e) {
            throw new IOException("not a path of a URL", e);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != ('\r' << 24 | '\n' << 16 | '\r' << 8 | '\n')) {
            int next = in.read();
            if (next < 0 || head.size() == LONGEST_HEAD) {
                throw new ProtocolException("no head of a request of HTTP");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    String path() {
        return target.getRawPath();
    }

    /** The parameters of the query, decoded. */
    Map<String, String> query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = target.getRawQuery();
        if (query != null) {
            for (String parameter : query.split("&")) {
                String[] parts = parameter.split("=", 2);
                parameters.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return parameters;
    }

    /** A header, or the empty text. */
    String header(String name) {
        @Nullable String value = headers.get(name);
        return value == null ? "" : value;
    }

    /** Undoes percent-encoding, in which a plus sign is itself. */
    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
