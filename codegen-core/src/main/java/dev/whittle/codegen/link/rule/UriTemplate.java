package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request URI as a model writes it: {@code /carts/{cartId}/items/{path+}?mode=full}. */
final class UriTemplate {
    private final List<Label> labels = new ArrayList<>();
    private @Nullable String fault;

    /**
     * A label, in the order of the URI.
     *
     * @param name its name
     * @param greedy whether it takes slashes too
     */
    record Label(String name, boolean greedy) {}

    private UriTemplate() {}

    /** Takes a URI apart as far as it is one. */
    static UriTemplate parse(String uri) {
        UriTemplate template = new UriTemplate();
        template.fault = uri.startsWith("/") ? template.scan(uri) : "it does not start with '/'";
        return template;
    }

    /** The labels up to the first fault. */
    List<Label> labels() {
        return labels;
    }

    /** What is wrong with the URI, to follow "the request URI is malformed:"; {@code null} when nothing is. */
    @Nullable
    String fault() {
        return fault;
    }

    private @Nullable String scan(String uri) {
        int query = uri.indexOf('?');
        int end = query < 0 ? uri.length() : query;
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '{') {
                int close = uri.indexOf('}', i);
                if (i > end || close < 0 || close > end) {
                    return i > end ? "it has a label in the query" : "a brace is not closed";
                }
                String text = uri.substring(i + 1, close);
                boolean greedy = text.endsWith("+");
                String name = greedy ? text.substring(0, text.length() - 1) : text;
                if (name.isEmpty() || name.indexOf('{') >= 0) {
                    return "a label has no name, or a brace in it";
                }
                labels.add(new Label(name, greedy));
                i = close;
            } else if (c == '}') {
                return "a closing brace has no opening one";
            } else if (!isAllowed(c)) {
                return "it holds the character " + Quote.of(String.valueOf(c));
            }
        }
        return null;
    }

    /** Whether a character may stand in a path or query as it is (RFC 3986), or is the percent of an escape. */
    private static boolean isAllowed(char c) {
        return c > ' ' && c < 127 && "\"#<>\\^`|{}".indexOf(c) < 0;
    }
}
