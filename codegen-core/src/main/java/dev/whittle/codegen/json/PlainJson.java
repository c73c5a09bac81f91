package dev.whittle.codegen.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as maps, lists, strings, numbers, booleans and nulls, for files that are written as well as read. Numbers keep their
 * value, and objects their order.
 */
public final class PlainJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectWriter PRINTER = MAPPER.writer().with(printer());

    private PlainJson() {}

    /**
     * Reads an object.
     *
     * @param name the file as the user knows it
     * @throws ModelUnreadableException if this is not JSON, or not an object
     */
    @SuppressWarnings("unchecked") // Keys of objects are strings.
    public static Map<String, Object> read(String name, byte[] bytes) {
        Object value;
        try {
            value = MAPPER.readValue(JsonText.decode(bytes), Object.class);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ":[" + e.getLocation().getLineNr() + "," + e.getLocation().getColumnNr() + "]";
            throw new ModelUnreadableException(name + place + " is not JSON: " + e.getOriginalMessage(), null, e);
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new ModelUnreadableException(name + " is not a JSON object", null, null);
    }

    /** Prints a value, indented by two spaces, with a line feed at the end of each line. */
    public static String print(Object value) {
        return PRINTER.writeValueAsString(value) + "\n";
    }

    /** Prints a value in one line, in UTF-8. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Removes texts from all objects in a value by their keys. What is not a text stays: a member may have such a name. */
    public static void removeTexts(@Nullable Object value, Set<String> keys) {
        if (value instanceof Map<?, ?> map) {
            map.entrySet().removeIf(entry -> entry.getValue() instanceof String && keys.contains(entry.getKey()));
            map.values().forEach(each -> removeTexts(each, keys));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> removeTexts(each, keys));
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
