package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.JsonPointers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.SourceLocation;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;

/**
 * Pointers to the parts of a Smithy model: the id of a shape; behind it, for a trait, {@code @} and the id of the trait; and
 * behind that, for a part of the trait's value, a JSON pointer.
 */
final class Pointers {
    private static final char TRAIT = '@';

    private Pointers() {}

    static String of(Shape shape) {
        return shape.getId().toString();
    }

    static String ofTrait(Shape shape, ShapeId trait) {
        return of(shape) + TRAIT + trait;
    }

    static String ofTrait(Shape shape, ShapeId trait, String key) {
        return JsonPointers.child(ofTrait(shape, trait), key);
    }

    /** The id of the shape that a pointer leads to, or into. */
    static String shape(String pointer) {
        int at = pointer.indexOf(TRAIT);
        return at < 0 ? pointer : pointer.substring(0, at);
    }

    /** The id of the trait that a pointer leads to, or into; empty for none. */
    static String trait(String pointer) {
        int at = pointer.indexOf(TRAIT);
        int slash = pointer.indexOf('/');
        return at < 0 ? "" : pointer.substring(at + 1, slash < 0 ? pointer.length() : slash);
    }

    /** Where the part of a trait's value is that a pointer leads to, or the nearest part around it. */
    static SourceLocation inside(Node value, String pointer) {
        Node node = value;
        SourceLocation place = node.getSourceLocation();
        int slash = pointer.indexOf('/');
        for (String key : slash < 0 ? List.<String>of() : JsonPointers.keys(pointer.substring(slash))) {
            Node part = part(node, key);
            if (part == null) {
                return place;
            }
            node = part;
            place = node.getSourceLocation().equals(SourceLocation.NONE) ? place : node.getSourceLocation();
        }
        return place;
    }

    private static @Nullable Node part(Node node, String key) {
        if (node instanceof ObjectNode object) {
            return object.getMember(key).orElse(null);
        }
        boolean isIndex =
                node instanceof ArrayNode && !key.isEmpty() && key.chars().allMatch(Character::isDigit);
        return isIndex ? ((ArrayNode) node).get(Integer.parseInt(key)).orElse(null) : null;
    }
}
