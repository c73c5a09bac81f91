package dev.whittle.codegen.emit.jmespath;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.emit.jmespath.JmespathScope.Value;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Java for lists that paths make: loops within loops. */
final class JmespathList {
    private final JmespathCode paths;
    private final JmespathCondition conditions;
    private final JmespathScope scope;
    private final PathTypes types;

    JmespathList(JmespathCode paths, JmespathCondition conditions, JmespathScope scope, PathTypes types) {
        this.paths = paths;
        this.conditions = conditions;
        this.scope = scope;
        this.types = types;
    }

    /** Whether a path makes a list. */
    static boolean isMade(Path path) {
        return path instanceof Path.Projection
                || path instanceof Path.Filter
                || path instanceof Path.Flatten
                || path instanceof Path.Several
                || path instanceof Path.Keys
                || path instanceof Path.Values;
    }

    Value read(Path path) {
        if (path instanceof Path.Several several) {
            return several(several);
        }
        if (path instanceof Path.Keys keys) {
            return ofMap(keys.map(), "keySet");
        }
        if (path instanceof Path.Values values) {
            return ofMap(values.map(), "values");
        }
        return collected(path);
    }

    // labels == null ? null : new ArrayList<>(labels.keySet())
    private Value ofMap(Path map, String part) {
        Value value = paths.settled(map);
        CodeBlock list = CodeBlock.of("new $T<>($L.$N())", ArrayList.class, value.code(), part);
        return value.nullable()
                ? Value.of(CodeBlock.of("$L == null ? null : $L", value.code(), list), true)
                : Value.of(list, false);
    }

    // List<String> value = things == null ? null : new ArrayList<>();
    // for (Thing thing : things) { … value.add(name); … }
    private Value collected(Path path) {
        Value source = paths.settled(source(path));
        CodeBlock empty = CodeBlock.of("new $T<>()", ArrayList.class);
        Value list = scope.declare(
                paths.type(path.type()),
                "values",
                source.nullable()
                        ? Value.of(CodeBlock.of("$L == null ? null : $L", source.code(), empty), true)
                        : Value.of(empty, false));
        scope.hold(path, list);
        add(path, element -> scope.add("$L.add($L)", list.code(), paths.value(element)));
        return list;
    }

    /** The list whose absence makes that of another one. */
    private static Path source(Path path) {
        if (path instanceof Path.Projection projection) {
            return source(projection.list());
        }
        if (path instanceof Path.Filter filter) {
            return source(filter.list());
        }
        return path instanceof Path.Flatten flatten ? source(flatten.list()) : path;
    }

    // Arrays.asList(length >= minSize, ready)
    private Value several(Path.Several several) {
        Value of = paths.settled(several.of());
        PathType type = Objects.requireNonNull(types.element(several.type()));
        List<CodeBlock> values = new ArrayList<>();
        for (Path value : several.values()) {
            boolean text = type == PathType.Plain.TEXT;
            values.add(
                    text ? conditions.text(value).code() : paths.settled(value).code());
        }
        CodeBlock list = CodeBlock.of("$T.asList($L)", Arrays.class, CodeBlock.join(values, ", "));
        return of.nullable()
                ? Value.of(CodeBlock.of("$L == null ? null : $L", of.code(), list), true)
                : Value.of(list, false);
    }

    void forEach(Path list, Consumer<Path> body) {
        if (scope.held(list) != null) {
            loop(list, list.type(), "", types.hasNulls(list), body);
        } else {
            add(list, body);
        }
    }

    private void add(Path list, Consumer<Path> body) {
        if (list instanceof Path.Projection projection) {
            add(projection, body);
        } else if (list instanceof Path.Filter filter) {
            forEach(filter.list(), element -> {
                scope.hold(filter.element(), paths.read(element));
                paths.when(conditions.condition(filter.condition()).code(), () -> body.accept(element));
            });
        } else if (list instanceof Path.Flatten flatten) {
            forEach(flatten.list(), element -> {
                if (types.element(element.type()) == null) {
                    body.accept(element);
                } else {
                    loop(element, element.type(), "", types.hasNulls(element), body);
                }
            });
        } else if (list instanceof Path.Keys keys) {
            loop(keys.map(), list.type(), ".keySet()", false, body);
        } else if (list instanceof Path.Values values) {
            loop(values.map(), list.type(), ".values()", types.hasNulls(values), body);
        } else {
            loop(list, list.type(), "", types.hasNulls(list), body);
        }
    }

    private void add(Path.Projection projection, Consumer<Path> body) {
        forEach(projection.list(), element -> {
            scope.hold(projection.element(), paths.read(element));
            Value each = paths.settled(projection.each());
            if (each.nullable()) {
                paths.when(CodeBlock.of("$L != null", each.code()), () -> {
                    scope.hold(projection.each(), Value.of(each.code(), false));
                    body.accept(projection.each());
                });
            } else {
                body.accept(projection.each());
            }
        });
    }

    // if (things != null) {
    //     for (Thing thing : things) { … }
    // }
    private void loop(Path of, PathType list, String part, boolean nulls, Consumer<Path> body) {
        Value owner = scope.held(of) == null && part.isEmpty() ? paths.collectionOwner(of) : null;
        Value value = owner == null ? paths.settled(of) : owner;
        CodeBlock collection = owner == null
                ? CodeBlock.of("$L$L", value.code(), part)
                : CodeBlock.of("$L.$N()", owner.code(), paths.accessor((Path.Field) of));
        PathType type = Objects.requireNonNull(types.element(list));
        Runnable loop = () -> {
            String name = scope.variable(paths.nameFor(type));
            Path.Element element = new Path.Element(scope.nextElement(), type);
            CodeBlock head = CodeBlock.of("for ($T $N : $L)", paths.type(type), name, collection);
            scope.block(head, () -> {
                scope.hold(element, Value.of(CodeBlock.of("$N", name), nulls));
                body.accept(element);
            });
        };
        if (value.nullable()) {
            paths.when(CodeBlock.of("$L != null", value.code()), loop);
        } else {
            loop.run();
        }
    }
}
