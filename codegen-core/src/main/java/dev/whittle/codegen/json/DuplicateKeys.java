package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Quote;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Finds the keys that appear twice, with both places; looked for only when there is one. */
final class DuplicateKeys {
    /** Hears of each key that appears again. */
    interface Listener {
        void duplicate(String quotedKey, TokenStreamLocation place, TokenStreamLocation first);
    }

    private DuplicateKeys() {}

    /** Tells of each key that appears again; the text must be valid otherwise. */
    static void find(String text, Listener listener) {
        Deque<Map<String, TokenStreamLocation>> open = new ArrayDeque<>();
        try (JsonParser parser = JsonParsers.of(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new HashMap<>());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop();
                } else if (token == JsonToken.PROPERTY_NAME) {
                    TokenStreamLocation place = parser.currentTokenLocation();
                    TokenStreamLocation first = open.element().putIfAbsent(parser.currentName(), place);
                    if (first != null) {
                        listener.duplicate(Quote.of(parser.currentName()), place, first);
                    }
                }
            }
        }
    }
}
