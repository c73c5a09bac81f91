package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service speaks: every structure, union and operation with its ways over the wire.
 *
 * @param bodyTimestampFormat how timestamps in bodies are written where the model says nothing
 */
public record WireModel(
        Map<ShapeId, WireStructure> structures,
        Map<String, WireOperation> operations,
        TimestampFormat bodyTimestampFormat) {
    public WireModel {
        structures = Map.copyOf(structures);
        operations = Map.copyOf(operations);
    }

    /** The members of a structure or union. */
    public WireStructure structure(ShapeId id) {
        return required(structures.get(id), id);
    }

    /** The request line of an operation. */
    public WireOperation operation(Operation operation) {
        return required(operations.get(operation.name()), operation.name());
    }

    /** How a timestamp inside a body is written: an element of a list or map, or a union's member. */
    public TimestampFormat bodyFormat(Member member, Shape target) {
        return TimestampFormats.of(member, target, bodyTimestampFormat);
    }

    private static <T> T required(@Nullable T value, Object key) {
        if (value == null) {
            throw new IllegalArgumentException("nothing bound for " + key);
        }
        return value;
    }
}
