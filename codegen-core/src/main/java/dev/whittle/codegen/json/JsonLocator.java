package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Location;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * Finds line and column of the value that a JSON pointer means, by reading the file once more up to there: a model
 * without problems never pays for it. Columns count UTF-16 code units from 1, as Java and most editors do.
 */
public final class JsonLocator implements Function<String, Location> {
    private final String file;
    private final byte[] bytes;
    private @Nullable String text;

    /**
     * A locator.
     *
     * @param file the name of the file as the user knows it
     * @param bytes its content
     */
    public JsonLocator(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * The place of the value, or of the nearest value around it that the file has. The place of the whole file is
     * without line and column.
     */
    @Override
    public Location apply(String pointer) {
        if (pointer.isEmpty()) {
            return Location.ofFile(file);
        }
        TokenStreamLocation place = find(JsonPointers.keys(pointer));
        return place == null
                ? new Location(file, 0, 0, pointer)
                : new Location(file, place.getLineNr(), place.getColumnNr(), pointer);
    }

    private @Nullable TokenStreamLocation find(List<String> keys) {
        TokenStreamLocation place = null;
        try (JsonParser parser = JsonParsers.of(text())) {
            parser.nextToken();
            for (String key : keys) {
                if (!enter(parser, key)) {
                    return place;
                }
                place = parser.currentTokenLocation();
            }
        } catch (JacksonException e) {
            return place;
        }
        return place;
    }

    /** Moves from a value to the part of it that has this key or index; false when it has none. */
    private static boolean enter(JsonParser parser, String key) {
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        if (!object && parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        for (int index = 0; ; index++) {
            JsonToken token = parser.nextToken();
            if (token == null || token.isStructEnd()) {
                return false;
            }
            String name = object ? parser.currentName() : String.valueOf(index);
            if (object) {
                parser.nextToken();
            }
            if (key.equals(name)) {
                return true;
            }
            parser.skipChildren();
        }
    }

    private synchronized String text() {
        if (text == null) {
            text = JsonText.decode(bytes);
        }
        return text;
    }
}
