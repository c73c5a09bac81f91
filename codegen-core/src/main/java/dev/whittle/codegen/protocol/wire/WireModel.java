package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service speaks: every structure, union, operation and error on the wire.
 *
 * @param protocol the id of the protocol, such as {@code aws.protocols#restJson1}
 * @param structures the members of each structure and union
 * @param operations each operation by its name
 * @param eventStreams the events of each union that is a stream of them
 * @param errorCodes the codes by which a response names an error, the first one being that of the model
 * @param requestFormat the format of requests
 * @param responseFormat the format of responses, errors included
 * @param body how bodies write members
 */
public record WireModel(
        String protocol,
        Map<ShapeId, WireStructure> structures,
        Map<String, WireOperation> operations,
        Map<ShapeId, WireEventStream> eventStreams,
        Map<ShapeId, List<String>> errorCodes,
        WireFormat requestFormat,
        WireFormat responseFormat,
        BodyFormat body) {
    public WireModel {
        structures = Map.copyOf(structures);
        operations = Map.copyOf(operations);
        eventStreams = Map.copyOf(eventStreams);
        errorCodes = Map.copyOf(errorCodes);
    }

    /** The members of a structure or union. */
    public WireStructure structure(ShapeId id) {
        return required(structures.get(id), id);
    }

    /** An operation. */
    public WireOperation operation(Operation operation) {
        return required(operations.get(operation.name()), operation.name());
    }

    /** The events of a union. */
    public WireEventStream eventStream(ShapeId union) {
        return required(eventStreams.get(union), union);
    }

    /** The codes of an error. */
    public List<String> errorCodes(ShapeId error) {
        return required(errorCodes.get(error), error);
    }

    /** The format of a timestamp inside a body: of an element of a list or map, or of a union's member. */
    public TimestampFormat bodyFormat(Member member, Shape target) {
        return body.timestamp(member, target);
    }

    private static <T> T required(@Nullable T value, Object key) {
        if (value == null) {
            throw new IllegalArgumentException("nothing bound for " + key);
        }
        return value;
    }
}
