package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An object of {@link PlainJson} with a place: each field that is missing or of another type is named in the error. */
public final class PlainObject {
    private final String place;
    private final Map<String, Object> fields;

    private PlainObject(String place, Map<String, Object> fields) {
        this.place = place;
        this.fields = fields;
    }

    /**
     * The object that a file is.
     *
     * @param name the file as the user knows it
     * @throws ModelUnreadableException if the file is not a JSON object
     */
    public static PlainObject read(String name, byte[] bytes) {
        return new PlainObject(name, PlainJson.read(name, bytes));
    }

    /**
     * Refuses fields that are not known: a misspelt one would have no effect.
     *
     * @throws ModelUnreadableException if there is one
     */
    public void allowOnly(Set<String> known) {
        for (String field : fields.keySet()) {
            if (!known.contains(field)) {
                throw new ModelUnreadableException(
                        place + " has the unknown field " + Quote.of(field),
                        "fields are " + String.join(", ", new TreeSet<>(known)),
                        null);
            }
        }
    }

    /** The text of a field. */
    public String text(String field) {
        String text = optionalText(field);
        if (text == null) {
            throw wrong(field, "is missing");
        }
        return text;
    }

    /** The text of a field, {@code null} if it is missing or null. */
    public @Nullable String optionalText(String field) {
        Object value = fields.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(field, "is not a string");
    }

    /** The number of a field. */
    public int number(String field) {
        if (fields.get(field) instanceof Integer number) {
            return number;
        }
        throw wrong(field, "is not an integer");
    }

    /** The texts of a field. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(field)) {
            if (!(element instanceof String text)) {
                throw wrong(field, "is not a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The objects of a field. */
    public List<PlainObject> objects(String field) {
        List<PlainObject> objects = new ArrayList<>();
        for (Object element : list(field)) {
            objects.add(new PlainObject(place + " " + field + "[" + objects.size() + "]", map(field, element)));
        }
        return objects;
    }

    /** The object of a field as it is, {@code null} if it is missing or null. */
    public @Nullable Map<String, Object> optionalMap(String field) {
        Object value = fields.get(field);
        return value == null ? null : map(field, value);
    }

    /** Everything but one field, in one line of UTF-8: the same for all ways to lay out the file. */
    public byte[] bytesWithout(String field) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        rest.remove(field);
        return PlainJson.bytes(rest);
    }

    /** What is wrong with a field. */
    public ModelUnreadableException wrong(String field, String how) {
        return new ModelUnreadableException(place + ": " + Quote.of(field) + " " + how, null, null);
    }

    private List<?> list(String field) {
        Object value = fields.get(field);
        if (value == null) {
            throw wrong(field, "is missing");
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(field, "is not a list");
    }

    @SuppressWarnings("unchecked") // Keys of objects are strings.
    private Map<String, Object> map(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw wrong(field, "is not an object");
    }
}
