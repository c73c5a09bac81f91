package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Quote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value of a JSON document that knows its place. */
public final class JsonValue {
    private final JsonNode node;
    private final @Nullable JsonValue parent;
    private final String key;

    private JsonValue(JsonNode node, @Nullable JsonValue parent, String key) {
        this.node = node;
        this.parent = parent;
        this.key = key;
    }

    static JsonValue root(JsonNode node) {
        return new JsonValue(node, null, "");
    }

    /** The root of a sibling of the model file. */
    static JsonValue rootOfSibling(String fileName, JsonNode node) {
        return new JsonValue(node, null, fileName + '#');
    }

    /** What kind of value it is. */
    public JsonType type() {
        return switch (node.getNodeType()) {
            case OBJECT -> JsonType.OBJECT;
            case ARRAY -> JsonType.ARRAY;
            case STRING -> JsonType.STRING;
            case BOOLEAN -> JsonType.BOOLEAN;
            case NUMBER -> node.isInt() ? JsonType.INTEGER : JsonType.NUMBER;
            case NULL, MISSING, BINARY, POJO -> JsonType.NULL;
        };
    }

    /**
     * Where it is: a JSON pointer (RFC 6901), empty for the root; in a sibling of the model file it stands behind the
     * sibling's name and a {@code #}, which {@link ModelLocator} understands.
     */
    public String pointer() {
        Deque<String> keys = new ArrayDeque<>();
        JsonValue root = this;
        for (; root.parent != null; root = root.parent) {
            keys.push(root.key);
        }
        StringBuilder pointer = new StringBuilder(root.key);
        keys.forEach(part -> JsonPointers.append(pointer, part));
        return pointer.toString();
    }

    /** The name of this value in the object that holds it, or its index in the array; empty for the root. */
    public String key() {
        return parent == null ? "" : key;
    }

    /** How a sentence names this value: by its key in quotes, or by its place in an array. */
    public String label() {
        return parent != null && parent.node.isArray()
                ? "element " + key + " of " + Quote.of(parent.key)
                : Quote.of(key);
    }

    /** The value of a key of an object, {@code null} where there is none or this is no object. */
    public @Nullable JsonValue get(String name) {
        JsonNode value = node.get(name);
        return value == null ? null : new JsonValue(value, this, name);
    }

    /** The names of an object's fields in the order of the file; none for anything else. */
    public Collection<String> names() {
        return node.propertyNames();
    }

    /** The values of an object or array in the order of the file; none for anything else. */
    public List<JsonValue> values() {
        List<JsonValue> values = new ArrayList<>(node.size());
        if (node.isObject()) {
            node.properties().forEach(entry -> values.add(new JsonValue(entry.getValue(), this, entry.getKey())));
        } else {
            for (JsonNode element : node.values()) {
                values.add(new JsonValue(element, this, String.valueOf(values.size())));
            }
        }
        return values;
    }

    /** The text of a {@link JsonType#STRING}. */
    public String asString() {
        return node.stringValue();
    }

    /** The value of a {@link JsonType#BOOLEAN}. */
    public boolean asBoolean() {
        return node.booleanValue();
    }

    /** The value of an {@link JsonType#INTEGER}. */
    public int asInt() {
        return node.intValue();
    }
}
