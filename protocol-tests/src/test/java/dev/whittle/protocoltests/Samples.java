package dev.whittle.protocoltests;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** Makes inputs for cases that are about responses only. */
final class Samples {
    private final LinkedService service;

    Samples(LinkedService service) {
        this.service = service;
    }

    /** An input with nothing but what it must have. */
    ObjectNode input(Operation operation) {
        return structure(service.model().structure(operation.input()));
    }

    private ObjectNode structure(StructureShape structure) {
        ObjectNode.Builder node = Node.objectNodeBuilder();
        for (Member member : structure.members()) {
            if (member.required()) {
                node.withMember(member.name(), value(service.model().shape(member.target())));
            }
        }
        return node.build();
    }

    private Node value(Shape shape) {
        if (shape instanceof EnumShape values) {
            return Node.from(values.values().get(0));
        } else if (shape instanceof ListShape) {
            return Node.arrayNode();
        } else if (shape instanceof MapShape) {
            return Node.objectNode();
        } else if (shape instanceof UnionShape union) {
            Member first = union.members().get(0);
            return Node.objectNode()
                    .withMember(first.name(), value(service.model().shape(first.target())));
        } else if (shape instanceof StructureShape structure) {
            return structure(structure);
        }
        return switch (((SimpleShape) shape).type()) {
            case STRING, BLOB, DOCUMENT -> Node.from("x");
            case BOOLEAN -> Node.from(true);
            default -> Node.from(1);
        };
    }
}
