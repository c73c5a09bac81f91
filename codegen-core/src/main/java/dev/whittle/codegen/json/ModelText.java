package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The text of a model file whose format is still to be found out, or is not JSON. */
public final class ModelText {
    private ModelText() {}

    /** The text without a byte order mark; bytes that are not UTF-8 appear as replacement characters. */
    public static String decode(byte[] bytes) {
        return JsonText.decode(bytes);
    }

    /** The text of a file, {@code null} after reporting that it is not UTF-8. */
    public static @Nullable String read(ModelFile file, Problems problems) {
        String text = JsonText.decode(file.bytes());
        Location malformed = JsonText.malformed(file.name(), file.bytes(), text);
        if (malformed == null) {
            return text;
        }
        String message = "the file is not UTF-8 here";
        problems.add(
                new Problem(Severity.ERROR, ProblemCode.JSON_ENCODING, message, malformed, "save the file as UTF-8"));
        return null;
    }

    /**
     * Whether the root of a JSON document is an object that has a key.
     *
     * @param others keys of which one is enough to say no; what follows it is not read
     * @return false also if the document cannot be read up to the key
     */
    static boolean hasKey(byte[] bytes, String key, Collection<String> others) {
        try (JsonParser parser = JsonParsers.of(JsonText.decode(bytes))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (name.equals(key) || others.contains(name)) {
                    return name.equals(key);
                }
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            return false;
        }
        return false;
    }
}
