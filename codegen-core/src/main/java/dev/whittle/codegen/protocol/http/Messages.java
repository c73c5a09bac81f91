package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The messages of a service, and what their members hold. Operations that share a structure in the model file have a copy
 * each; here, only one of them counts, so that no fault is reported twice.
 */
final class Messages {
    private final ServiceModel model;
    private final BodyFormat body;

    Messages(ServiceModel model, BodyFormat body) {
        this.model = model;
        this.body = body;
    }

    ServiceModel model() {
        return model;
    }

    /** How their bodies write members. */
    BodyFormat body() {
        return body;
    }

    /** The structures that are requests. */
    Collection<StructureShape> inputs() {
        Map<String, StructureShape> found = new LinkedHashMap<>();
        model.operations().forEach(operation -> add(found, model.structure(operation.input())));
        return found.values();
    }

    /** The structures that are responses, be it an output or an error. */
    Collection<StructureShape> responses() {
        Map<String, StructureShape> found = new LinkedHashMap<>();
        for (Operation operation : model.operations()) {
            add(found, model.structure(operation.output()));
            operation.errors().forEach(error -> add(found, model.structure(error)));
        }
        // Those that only end streams of events.
        model.errors().forEach(error -> add(found, error));
        return found.values();
    }

    /** The structures that are messages. */
    Collection<StructureShape> all() {
        Map<String, StructureShape> found = new LinkedHashMap<>();
        inputs().forEach(input -> add(found, input));
        responses().forEach(response -> add(found, response));
        return found.values();
    }

    private static void add(Map<String, StructureShape> structures, StructureShape structure) {
        structures.putIfAbsent(structure.pointer(), structure);
    }

    /** The shape of a member's values. */
    Shape target(Member member) {
        return model.shape(member.target());
    }

    /** Whether a shape is text: a string or an enum. */
    static boolean isText(Shape shape) {
        return shape instanceof EnumShape || shape.is(SimpleType.STRING);
    }

    /** Whether values of a shape are one number, text, date or truth value, which fit into a URI or header. */
    static boolean isScalar(Shape shape) {
        return shape instanceof EnumShape
                || (shape instanceof SimpleShape simple
                        && simple.type() != SimpleType.BLOB
                        && simple.type() != SimpleType.DOCUMENT);
    }

    /** Whether a shape is a simple value or a list of them. */
    boolean isScalarOrListOfThem(Shape shape) {
        return isScalar(shape) || (shape instanceof ListShape list && isScalar(target(list.member())));
    }

    /** Whether a shape is a map of strings. */
    boolean isMapOfText(Shape shape) {
        return shape instanceof MapShape map && isText(target(map.value()));
    }

    /** Whether a shape is a map of lists of strings. */
    boolean isMapOfTextLists(Shape shape) {
        return shape instanceof MapShape map
                && target(map.value()) instanceof ListShape list
                && isText(target(list.member()));
    }

    /** What a shape is, with its article. */
    static String phrase(Shape shape) {
        if (shape instanceof SimpleShape simple) {
            String type = simple.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return (simple.type() == SimpleType.INTEGER ? "an " : "a ") + type;
        } else if (shape instanceof EnumShape) {
            return "an enum";
        } else if (shape instanceof ListShape) {
            return "a list";
        } else if (shape instanceof MapShape) {
            return "a map";
        }
        return shape instanceof UnionShape ? "a union" : "a structure";
    }

    static String of(Operation operation) {
        return "operation " + Quote.shortened(operation.name());
    }

    static String of(StructureShape structure) {
        return Quote.shortened(structure.definedAs());
    }

    static String of(Member member, StructureShape structure) {
        return of(member, structure.definedAs());
    }

    static String of(Member member, String owner) {
        return "member " + Quote.of(member.name()) + " of " + Quote.shortened(owner);
    }

    /** Whether a structure is an input, an output or an error. */
    static boolean isMessage(StructureShape structure) {
        return structure.role() != Role.ORDINARY;
    }
}
