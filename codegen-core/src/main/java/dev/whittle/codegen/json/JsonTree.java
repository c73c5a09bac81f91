package dev.whittle.codegen.json;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds Jackson's tree from its parser. A mapper would do the same, but setting one up takes several times as
 * long as reading a large model, and it does not tell a second key of the same name from other faults.
 */
final class JsonTree {
    private final JsonParser parser;
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private boolean duplicateKeys;

    JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** Whether an object had the same key twice; the tree then holds the last value. */
    boolean hasDuplicateKeys() {
        return duplicateKeys;
    }

    /** How many objects and arrays are open, one within the other. */
    int depth() {
        return open.size();
    }

    /** The value that begins with the parser's current token; the parser stops at its last. */
    JsonNode read() {
        JsonNode root = begin();
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token.isStructEnd()) {
                open.pop();
            } else if (open.peek() instanceof ObjectNode object) {
                String key = parser.currentName();
                parser.nextToken();
                duplicateKeys |= object.replace(key, begin()) != null;
            } else if (open.peek() instanceof ArrayNode array) {
                array.add(begin());
            }
        }
        return root;
    }

    /** The value of the current token; a container is still empty, and open from now on. */
    private JsonNode begin() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode node = switch (parser.currentToken()) {
            case START_OBJECT -> nodes.objectNode();
            case START_ARRAY -> nodes.arrayNode();
            case VALUE_STRING -> nodes.stringNode(parser.getString());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(nodes);
            default -> nodes.nullNode();
        };
        if (node.isContainer()) {
            open.push(node);
        }
        return node;
    }

    /** An {@code int}, or a stand-in for any other number: no field is one, and a long one would take long to read. */
    private JsonNode number(JsonNodeFactory nodes) {
        boolean isInt = parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT;
        return isInt ? nodes.numberNode(parser.getIntValue()) : nodes.numberNode(Double.NaN);
    }
}
