package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.KnownNumber;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A model without what its classes do not show to compilers: documentation, examples, and places in the file. */
final class BareModel {
    private BareModel() {}

    /** The same model; reading documentation would take most of the time of a comparison. */
    static ServiceModel of(ServiceModel model) {
        SortedMap<ShapeId, Shape> shapes = new TreeMap<>();
        model.shapes().forEach((id, shape) -> shapes.put(id, bare(shape)));
        return new ServiceModel(
                model.service(),
                model.operations().stream().map(BareModel::bare).toList(),
                shapes,
                model.endpoints(),
                model.paginations(),
                model.waiters());
    }

    private static Operation bare(Operation operation) {
        return new Operation(
                operation.name(),
                operation.wireName(),
                "",
                "",
                operation.http(),
                operation.input(),
                operation.hasInput(),
                operation.output(),
                operation.resultWrapper(),
                operation.unwrappedOutput(),
                operation.errors(),
                operation.readOnly(),
                operation.idempotent(),
                operation.auth(),
                operation.checksum(),
                operation.gzip(),
                operation.deprecated(),
                operation.hostPrefix(),
                List.of());
    }

    private static Shape bare(Shape shape) {
        if (shape instanceof StructureShape structure) {
            return new StructureShape(
                    structure.id(),
                    structure.definedAs(),
                    "",
                    "",
                    structure.sensitive(),
                    bare(structure.members()),
                    structure.role(),
                    structure.error(),
                    structure.deprecated(),
                    structure.payload(),
                    structure.xml());
        }
        if (shape instanceof UnionShape union) {
            return new UnionShape(
                    union.id(),
                    "",
                    "",
                    union.sensitive(),
                    bare(union.members()),
                    union.deprecated(),
                    union.eventStream(),
                    union.xml());
        }
        if (shape instanceof ListShape list) {
            return new ListShape(list.id(), "", "", list.sensitive(), bare(list.member()), list.sparse());
        }
        if (shape instanceof MapShape map) {
            return new MapShape(map.id(), "", "", map.sensitive(), bare(map.key()), bare(map.value()), map.sparse());
        }
        if (shape instanceof EnumShape values) {
            return new EnumShape(
                    values.id(), "", "", values.sensitive(), values.values(), Map.of(), values.deprecated());
        }
        SimpleShape simple = (SimpleShape) shape;
        return new SimpleShape(
                simple.id(),
                "",
                "",
                simple.sensitive(),
                simple.type(),
                simple.mediaType(),
                simple.numbers().stream()
                        .map(number -> new KnownNumber(number.name(), number.value(), ""))
                        .toList(),
                simple.timestampFormat());
    }

    private static List<Member> bare(List<Member> members) {
        return members.stream().map(BareModel::bare).toList();
    }

    private static Member bare(Member member) {
        return new Member(
                member.name(),
                member.target(),
                "",
                "",
                member.required(),
                member.location(),
                member.wireName(),
                member.jsonName(),
                member.xml(),
                member.timestampFormat(),
                member.defaultValue(),
                member.idempotencyToken(),
                member.sensitive(),
                member.deprecated(),
                member.jsonValue(),
                member.hostLabel(),
                member.streaming(),
                member.eventPart(),
                member.supplement());
    }
}
