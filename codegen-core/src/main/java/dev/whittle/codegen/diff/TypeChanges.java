package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.diff.Comparison.Described;
import dev.whittle.codegen.model.ErrorTrait;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the classes of structures, errors, unions, enums and known numbers. */
final class TypeChanges {
    private final Comparison comparison;
    private final Map<String, Shape> before;
    private final Map<String, Shape> after;

    TypeChanges(Comparison comparison) {
        this.comparison = comparison;
        this.before = byClass(comparison.before());
        this.after = byClass(comparison.after());
    }

    /** The shapes that have classes, by their simple names. */
    private static Map<String, Shape> byClass(ClientModel client) {
        Map<String, Shape> types = new TreeMap<>();
        for (Shape shape : client.model().shapes().values()) {
            if (shape instanceof StructureShape
                    || shape instanceof UnionShape
                    || shape instanceof EnumShape
                    || shape.hasNumbers()) {
                types.put(client.names().type(shape.id()).simpleName(), shape);
            }
        }
        return types;
    }

    /** Inputs and outputs belong to their operations, which are compared on their own. */
    private static boolean isMessage(Shape shape) {
        return shape instanceof StructureShape structure
                && (structure.role() == Role.INPUT || structure.role() == Role.OUTPUT);
    }

    void find() {
        List<String> added = new ArrayList<>(after.keySet());
        added.removeAll(before.keySet());
        before.forEach((name, shape) -> {
            Shape same = after.get(name);
            if (same != null) {
                compare(name, shape, same);
            } else if (!isMessage(shape)) {
                String renamed = renamed(shape, added);
                if (renamed == null) {
                    removed(name, shape);
                } else {
                    added.remove(renamed);
                    renamed(name, shape, renamed);
                }
            }
        });
        for (String name : added) {
            Shape shape = shape(after, name);
            if (!isMessage(shape)) {
                ClassName type = comparison.after().names().type(shape.id());
                comparison
                        .report(ChangeCode.TYPE_ADDED, name, "the class " + name + " is added", null, shape.id())
                        .at(null, shape.pointer())
                        .elements(comparison.claims().type(type));
            }
        }
    }

    private static Shape shape(Map<String, Shape> shapes, String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException(name);
        }
        return shape;
    }

    private void removed(String name, Shape shape) {
        comparison
                .report(ChangeCode.TYPE_REMOVED, name, "the class " + name + " is removed", shape.id(), null)
                .at(shape.pointer(), null)
                .elements(comparison.claims().type(comparison.before().names().type(shape.id())))
                .witness(
                        "import " + comparison.before().names().type(shape.id()) + ";", "remove the uses of the class");
    }

    /** The only new class of the same kind with the same parts. */
    private @Nullable String renamed(Shape shape, List<String> added) {
        Set<String> parts = parts(shape);
        List<String> same = added.stream()
                .filter(name -> !parts.isEmpty()
                        && kind(shape(after, name)).equals(kind(shape))
                        && parts(shape(after, name)).equals(parts))
                .toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    private void renamed(String name, Shape shape, String other) {
        Shape now = shape(after, other);
        Finding finding = comparison
                .report(
                        ChangeCode.TYPE_RENAMED,
                        other,
                        "the class " + name + " is renamed to " + other,
                        shape.id(),
                        now.id())
                .at(shape.pointer(), now.pointer())
                .elements(comparison.claims().type(comparison.before().names().type(shape.id())))
                .elements(comparison.claims().type(comparison.after().names().type(now.id())))
                .witness(
                        "import " + comparison.before().names().type(shape.id()) + ";",
                        "import " + comparison.after().names().type(now.id()) + ";");
        if (shape instanceof StructureShape old && now instanceof StructureShape is && old.role() == Role.ERROR) {
            if (!old.errorTrait().code().equals(is.errorTrait().code())) {
                finding.wire(WireVerdict.risky("the client does not know the code of the error"));
            }
        }
    }

    private static Set<String> parts(Shape shape) {
        Stream<String> parts = Stream.of();
        if (shape instanceof StructureShape structure) {
            parts = structure.members().stream().map(Member::name);
        } else if (shape instanceof UnionShape union) {
            parts = union.members().stream().map(Member::name);
        } else if (shape instanceof EnumShape enumeration) {
            parts = enumeration.values().stream();
        }
        return parts.collect(Collectors.toSet());
    }

    private static String kind(Shape shape) {
        if (shape instanceof StructureShape structure) {
            return structure.role() == Role.ERROR ? "an exception" : "a structure";
        }
        if (shape instanceof UnionShape union) {
            return union.eventStream() == null ? "a union" : "an event stream";
        }
        return shape instanceof EnumShape ? "an enum" : "known numbers";
    }

    private void compare(String name, Shape old, Shape now) {
        boolean streams = old instanceof UnionShape && now instanceof UnionShape;
        if (!kind(old).equals(kind(now)) && !streams) {
            comparison
                    .report(
                            ChangeCode.TYPE_KIND_CHANGED,
                            name,
                            "the class " + name + " changes from " + kind(old) + " to " + kind(now),
                            old.id(),
                            now.id())
                    .at(old.pointer(), now.pointer())
                    .elements(comparison.claims().type(type(old)))
                    .touches(type(old))
                    .wire(
                            kind(old).equals("known numbers") || kind(now).equals("known numbers")
                                    ? WireVerdict.COMPATIBLE
                                    : WireVerdict.breaking("the receiver expects another kind of value"))
                    .witness("new uses of " + name, "see the new class");
            return;
        }
        if (old instanceof StructureShape one && now instanceof StructureShape other) {
            if (one.role() == Role.ERROR) {
                compareErrors(name, one, other);
            }
            new MemberChanges(comparison, one, other).find();
        } else if (old instanceof UnionShape one && now instanceof UnionShape other) {
            new UnionChanges(comparison, one, other).find();
        } else {
            new ConstantChanges(comparison, old, now).find();
        }
        comparison.describe(
                described(old), described(now), name, old.id(), now.id(), List.of(TouchedElement.of(type(old))));
    }

    private ClassName type(Shape old) {
        return comparison.before().names().type(old.id());
    }

    private static Described described(Shape shape) {
        String deprecated = null;
        String documentation = shape.documentation();
        if (shape instanceof StructureShape structure) {
            deprecated = structure.deprecated();
        } else if (shape instanceof UnionShape union) {
            deprecated = union.deprecated();
        } else if (shape instanceof EnumShape enumeration) {
            deprecated = enumeration.deprecated();
            documentation += new TreeMap<>(enumeration.valueDocumentation());
        }
        return new Described(shape.pointer(), documentation, deprecated, shape.sensitive());
    }

    private void compareErrors(String name, StructureShape old, StructureShape now) {
        ErrorTrait was = old.errorTrait();
        ErrorTrait is = now.errorTrait();
        if (!was.code().equals(is.code())) {
            comparison
                    .report(
                            ChangeCode.ERROR_CODE_CHANGED,
                            name,
                            "the code of the error " + name + " changes from " + was.code() + " to " + is.code(),
                            old.id(),
                            now.id())
                    .at(old.pointer(), now.pointer())
                    .touches(type(old))
                    .wire(WireVerdict.breaking(
                            "the client does not know the code and throws the exception of the service"))
                    .witness("{\"__type\": \"" + was.code() + "\"}", "{\"__type\": \"" + is.code() + "\"}");
        }
        if (was.retryable() != is.retryable() || was.throttling() != is.throttling()) {
            comparison
                    .report(
                            ChangeCode.ERROR_RETRY_CHANGED,
                            name,
                            "the error " + name + (is.retryable() ? " is retried" : " is no longer retried")
                                    + (is.throttling() ? ", as throttling" : ""),
                            old.id(),
                            now.id())
                    .at(old.pointer(), now.pointer())
                    .touches(type(old));
        }
    }
}
