package dev.whittle.codegen.emit.doc;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks what is deprecated, and keeps javac quiet where generated code uses it all the same. */
public final class Deprecations {
    private static final AnnotationSpec SUPPRESS = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "$S", "deprecation")
            .build();

    private Deprecations() {}

    /** Marks a type as deprecated if it is. */
    public static void mark(TypeSpec.Builder type, Javadoc javadoc, @Nullable String reason) {
        if (reason != null) {
            javadoc.deprecated(reason);
            type.addAnnotation(Deprecated.class);
        }
    }

    /** Suppresses warnings in a type that uses some shapes and their members, if anything of that is deprecated. */
    public static void suppress(TypeSpec.Builder type, ServiceModel model, List<? extends Shape> used) {
        if (used.stream().anyMatch(shape -> touches(shape, model))) {
            type.addAnnotation(SUPPRESS);
        }
    }

    /** The same for a single shape. */
    public static void suppress(TypeSpec.Builder type, ServiceModel model, Shape used) {
        suppress(type, model, List.of(used));
    }

    /** Suppresses warnings in a type that calls an operation and looks into what it gives, if anything of it is deprecated. */
    public static void suppress(TypeSpec.Builder type, ServiceModel model, Operation operation) {
        if (operation.deprecated() != null || isDeprecatedWithin(operation, model)) {
            type.addAnnotation(SUPPRESS);
        }
    }

    private static boolean isDeprecatedWithin(Operation operation, ServiceModel model) {
        Set<ShapeId> seen = new HashSet<>();
        Deque<ShapeId> open = new ArrayDeque<>(List.of(operation.input(), operation.output()));
        while (!open.isEmpty()) {
            ShapeId id = open.pop();
            if (seen.add(id)) {
                Shape shape = model.shape(id);
                if (touches(shape, model)) {
                    return true;
                }
                members(shape).forEach(member -> open.push(member.target()));
            }
        }
        return false;
    }

    private static List<Member> members(Shape shape) {
        if (shape instanceof StructureShape structure) {
            return structure.members();
        }
        if (shape instanceof UnionShape union) {
            return union.members();
        }
        if (shape instanceof ListShape list) {
            return List.of(list.member());
        }
        return shape instanceof MapShape map ? List.of(map.value()) : List.of();
    }

    /** Suppresses warnings in a type that names some shapes, if any of them is deprecated. */
    public static void suppressAny(TypeSpec.Builder type, List<ShapeId> used, ServiceModel model) {
        if (used.stream().anyMatch(id -> isDeprecated(model.shape(id)))) {
            type.addAnnotation(SUPPRESS);
        }
    }

    private static boolean touches(Shape shape, ServiceModel model) {
        if (isDeprecated(shape)) {
            return true;
        }
        if (shape instanceof StructureShape structure) {
            return touches(structure.members(), model);
        }
        if (shape instanceof UnionShape union) {
            return touches(union.members(), model);
        }
        return targetsDeprecated(shape, model, 16);
    }

    private static boolean touches(List<Member> members, ServiceModel model) {
        for (Member member : members) {
            if (member.deprecated() != null || targetsDeprecated(model.shape(member.target()), model, 16)) {
                return true;
            }
        }
        return false;
    }

    private static boolean targetsDeprecated(Shape shape, ServiceModel model, int levels) {
        if (isDeprecated(shape)) {
            return true;
        }
        if (levels == 0) {
            return false;
        }
        if (shape instanceof ListShape list) {
            return targetsDeprecated(model.shape(list.member().target()), model, levels - 1);
        }
        return shape instanceof MapShape map
                && (targetsDeprecated(model.shape(map.key().target()), model, levels - 1)
                        || targetsDeprecated(model.shape(map.value().target()), model, levels - 1));
    }

    private static boolean isDeprecated(Shape shape) {
        if (shape instanceof StructureShape structure) {
            return structure.deprecated() != null;
        }
        if (shape instanceof UnionShape union) {
            return union.deprecated() != null;
        }
        return shape instanceof EnumShape enumeration && enumeration.deprecated() != null;
    }
}
