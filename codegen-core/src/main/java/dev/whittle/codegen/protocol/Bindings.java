package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Applies a protocol's binding functions to all structures, operations and errors. */
final class Bindings {
    private Bindings() {}

    /** Structures as the protocol binds them, and unions, whose members are always properties of a body. */
    static Map<ShapeId, WireStructure> structures(
            ServiceModel model,
            Function<StructureShape, WireStructure> structure,
            Function<List<Member>, WireStructure> properties) {
        Map<ShapeId, WireStructure> structures = new HashMap<>();
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape found) {
                structures.put(found.id(), structure.apply(found));
            } else if (shape instanceof UnionShape union) {
                structures.put(union.id(), properties.apply(union.members()));
            }
        }
        return structures;
    }

    /** How a protocol binds an operation. */
    @FunctionalInterface
    interface OperationBinding {
        /** Binds an operation, whose input is bound already. */
        WireOperation bind(Operation operation, WireStructure input);
    }

    /** Operations by their names, with the headers of the service. */
    static Map<String, WireOperation> operations(
            ServiceModel model, Map<ShapeId, WireStructure> structures, OperationBinding binding) {
        List<Fixed> headers = model.service().headers().stream()
                .map(header -> new Fixed(header.name(), header.value()))
                .toList();
        Map<String, WireOperation> operations = new HashMap<>();
        for (Operation operation : model.operations()) {
            WireStructure input = Objects.requireNonNull(structures.get(operation.input()));
            operations.put(operation.name(), binding.bind(operation, input).withHeaders(headers));
        }
        return operations;
    }

    /** The codes of each error. */
    static Map<ShapeId, List<String>> errorCodes(ServiceModel model, Function<StructureShape, List<String>> codes) {
        Map<ShapeId, List<String>> errorCodes = new HashMap<>();
        model.errors().forEach(error -> errorCodes.put(error.id(), codes.apply(error)));
        return errorCodes;
    }
}
