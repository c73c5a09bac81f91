package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request URI as a model writes it: {@code /carts/{cartId}/items/{path+}?mode=full}. */
final class UriTemplate {
    private final List<Part> path = new ArrayList<>();
    private final List<Fixed> query = new ArrayList<>();
    private @Nullable String fault;

    /** A piece of a path or of a host name. */
    sealed interface Part {}

    /** Text that stands as it is. */
    record Text(String text) implements Part {}

    /**
     * A label.
     *
     * @param name its name
     * @param greedy whether it takes slashes too
     */
    record Label(String name, boolean greedy) implements Part {}

    private UriTemplate() {}

    /** Takes a URI apart as far as it is one. */
    static UriTemplate parse(String uri) {
        UriTemplate template = new UriTemplate();
        int question = uri.indexOf('?');
        template.fault = uri.startsWith("/")
                ? template.scan(question < 0 ? uri : uri.substring(0, question))
                : "it does not start with '/'";
        if (template.fault == null && question >= 0) {
            template.fault = template.scanQuery(uri.substring(question + 1));
        }
        return template;
    }

    /** The pieces of a text with labels, such as the beginning of a host name, in which a rule has found no fault. */
    static List<Part> parts(String text) {
        UriTemplate template = new UriTemplate();
        template.fault = template.scan(text);
        if (template.fault != null) {
            throw new IllegalArgumentException(text + ": " + template.fault);
        }
        return template.path;
    }

    /** The path, piece by piece, up to the first fault. */
    List<Part> path() {
        return path;
    }

    /** The labels of the path, up to the first fault. */
    List<Label> labels() {
        return path.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .toList();
    }

    /** The label that is all of a path's first segment; {@code null} if there is none. */
    static @Nullable Label firstSegment(List<Part> path) {
        boolean starts = path.size() > 1
                && path.get(0) instanceof Text slash
                && slash.text().equals("/")
                && (path.size() == 2
                        || (path.get(2) instanceof Text next && next.text().startsWith("/")));
        return starts && path.get(1) instanceof Label label && !label.greedy() ? label : null;
    }

    /** The parameters of the query that the model writes out; the value is empty where it gives none. */
    List<Fixed> query() {
        return query;
    }

    /** What is wrong with the URI, to follow "the request URI is malformed:"; {@code null} when nothing is. */
    @Nullable
    String fault() {
        return fault;
    }

    private @Nullable String scan(String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                int close = text.indexOf('}', i);
                if (close < 0) {
                    return "a brace is not closed";
                }
                String label = text.substring(i + 1, close);
                boolean greedy = label.endsWith("+");
                String name = greedy ? label.substring(0, label.length() - 1) : label;
                if (name.isEmpty() || name.indexOf('{') >= 0) {
                    return "a label has no name, or a brace in it";
                }
                addText(text.substring(start, i));
                path.add(new Label(name, greedy));
                i = close;
                start = close + 1;
            } else if (!isAllowed(c)) {
                return fault(c);
            }
        }
        addText(text.substring(start));
        return null;
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            path.add(new Text(text));
        }
    }

    private @Nullable String scanQuery(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                return "it has a label in the query";
            } else if (!isAllowed(c)) {
                return fault(c);
            }
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                query.add(
                        equals < 0
                                ? new Fixed(pair, "")
                                : new Fixed(pair.substring(0, equals), pair.substring(equals + 1)));
            }
        }
        return null;
    }

    private static String fault(char c) {
        return c == '}'
                ? "a closing brace has no opening one"
                : "it holds the character " + Quote.of(String.valueOf(c));
    }

    /** Whether a character may stand in a path or query as it is (RFC 3986), or is the percent of an escape. */
    private static boolean isAllowed(char c) {
        return c > ' ' && c < 127 && "\"#<>\\^`|{}".indexOf(c) < 0;
    }
}
