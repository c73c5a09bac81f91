package dev.whittle.codegen.emit.jmespath;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.java.JavaExpression;
import dev.whittle.codegen.emit.jmespath.JmespathScope.Value;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.names.JavaNames;
import dev.whittle.codegen.names.Names;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Java that follows paths: statements that come first, and then an expression for the value. */
public final class JmespathCode {
    private final ServiceModel model;
    private final Names names;
    private final JavaTypes types;
    private final String root;
    private final PathTypes pathTypes;
    private final JmespathScope scope;
    private final JmespathCondition conditions;
    private final JmespathList lists;

    /**
     * Code that starts from one value.
     *
     * @param root a variable that holds the value, not null
     * @param taken names of other variables around the code
     */
    public JmespathCode(ServiceModel model, Names names, JavaTypes types, String root, List<String> taken) {
        this.model = model;
        this.names = names;
        this.types = types;
        this.root = root;
        this.pathTypes = new PathTypes(model);
        this.scope = new JmespathScope(root, taken);
        this.conditions = new JmespathCondition(this, scope, pathTypes, names);
        this.lists = new JmespathList(this, conditions, scope, pathTypes);
    }

    /** The statements that the values asked for so far need, without those that were taken already. */
    public CodeBlock takeStatements() {
        return scope.takeStatements();
    }

    /** An expression for the value of a path, which may be null. */
    public CodeBlock value(Path path) {
        return read(path).code();
    }

    /** The same in a variable, unless it cannot be null. */
    public CodeBlock variable(Path path) {
        return settled(path).code();
    }

    /** A condition that holds if the value of a path is equal to a literal. */
    public CodeBlock isEqual(Path path, Path literal) {
        return conditions
                .condition(new Path.Compare(Path.Operator.EQUAL, path, literal))
                .code();
    }

    /** A condition that holds if it is not. */
    public CodeBlock isUnequal(Path path, Path literal) {
        return conditions
                .condition(new Path.Compare(Path.Operator.NOT_EQUAL, path, literal))
                .code();
    }

    /** Statements that are run for each element of a list, none if there is no list; they are given an element. */
    public void forEach(Path list, Consumer<Path> body) {
        lists.forEach(list, body);
    }

    /** Adds a statement. */
    public void addStatement(String format, Object... args) {
        scope.add(format, args);
    }

    /** Adds statements that are run under a condition. */
    public void when(CodeBlock condition, Runnable body) {
        scope.block(CodeBlock.of("if ($L)", condition), body);
    }

    /** The type of a path's values, boxed. */
    public TypeName type(PathType type) {
        if (type instanceof PathType.OfShape known) {
            return types.boxed(known.shape());
        }
        if (type instanceof PathType.ListOf list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), type(list.element()));
        }
        return switch ((PathType.Plain) type) {
            case TEXT -> ClassName.get(String.class);
            case INTEGER -> ClassName.get(Integer.class);
            case DECIMAL -> ClassName.get(Double.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case NULL, MIXED -> ClassName.OBJECT;
        };
    }

    /** Whether a path leads to a string or an enum. */
    public boolean isText(PathType type) {
        return pathTypes.isText(type);
    }

    /** An expression for the value of a string or enum, as a string, which may be null. */
    public CodeBlock text(Path path) {
        return conditions.text(path).code();
    }

    /** Whether a path leads to a map. */
    public boolean isMap(PathType type) {
        return pathTypes.map(type) != null;
    }

    /** An expression for a value, whole or in a variable that has it already. */
    Value read(Path path) {
        Value held = scope.held(path);
        if (held != null) {
            return held;
        }
        if (path instanceof Path.Root) {
            return Value.of(CodeBlock.of("$N", root), false);
        }
        if (path instanceof Path.Field field) {
            return field(field);
        }
        if (path instanceof Path.Entry entry) {
            return entry(entry);
        }
        if (path instanceof Path.Index index) {
            return index(index);
        }
        if (JmespathList.isMade(path)) {
            return lists.read(path);
        }
        return conditions.read(path);
    }

    /** A value that may be part of another expression: one that is not null, or that is in a variable. */
    Value settled(Path path) {
        Value value = read(path);
        if (!value.nullable() || scope.held(path) != null) {
            return value;
        }
        Value variable = scope.declare(type(path.type()), nameFor(path), value);
        scope.hold(path, variable);
        return variable;
    }

    private String nameFor(Path path) {
        if (path instanceof Path.Field field) {
            return names.member(field.owner(), field.member());
        }
        return path instanceof Path.Length ? "length" : nameFor(path.type());
    }

    /** A variable's name for a value of a type. */
    String nameFor(PathType type) {
        Shape shape = pathTypes.shape(type);
        boolean named = shape instanceof StructureShape || shape instanceof UnionShape || shape instanceof EnumShape;
        return shape != null && named ? JavaNames.local(names.type(shape.id()).simpleName()) : "value";
    }

    // ThingList thingList = page.thingList();
    // String nextMarker = thingList == null ? null : thingList.nextMarker();
    private Value field(Path.Field field) {
        if (model.shape(field.owner()) instanceof UnionShape) {
            return unionMember(field);
        }
        Value of = settled(field.of());
        CodeBlock value = CodeBlock.of("$L.$N()", of.code(), names.member(field.owner(), field.member()));
        boolean always = isAlwaysThere(field);
        if (isCollection(field.member()) && !always) {
            CodeBlock set = CodeBlock.of("$L.$N()", of.code(), Names.presence(field.member()));
            return of.nullable()
                    ? Value.of(CodeBlock.of("$L != null && $L ? $L : null", of.code(), set, value), true)
                    : Value.of(CodeBlock.of("$L ? $L : null", set, value), true);
        }
        if (of.nullable()) {
            return Value.of(CodeBlock.of("$L == null ? null : $L", of.code(), value), true);
        }
        boolean primitive = always && types.plain(field.member().target()).isPrimitive();
        return primitive ? Value.ofPrimitive(JavaExpression.atom("$L", value)) : Value.of(value, !always);
    }

    // ExternalProxy externalProxy = proxy instanceof Proxy.ExternalProxyMember member ? member.externalProxy() : null;
    private Value unionMember(Path.Field field) {
        Value of = settled(field.of());
        String member = scope.variable("member");
        return Value.of(
                CodeBlock.of(
                        "$L instanceof $T $N ? $N.$N() : null",
                        of.code(),
                        names.unionRecord(field.owner(), field.member()),
                        member,
                        member,
                        names.member(field.owner(), field.member())),
                true);
    }

    /** What has an accessor for a collection, which gives an empty one for one that is not set; {@code null} for other paths. */
    @Nullable
    Value collectionOwner(Path path) {
        return path instanceof Path.Field field
                        && isCollection(field.member())
                        && model.shape(field.owner()) instanceof StructureShape
                ? settled(field.of())
                : null;
    }

    String accessor(Path.Field field) {
        return names.member(field.owner(), field.member());
    }

    private boolean isAlwaysThere(Path.Field field) {
        return field.member().required()
                && model.shape(field.owner()) instanceof StructureShape structure
                && structure.role() != Role.INPUT;
    }

    private boolean isCollection(Member member) {
        Shape target = model.shape(member.target());
        return target instanceof ListShape || target instanceof MapShape;
    }

    // Integer value = labels == null ? null : labels.get("size");
    private Value entry(Path.Entry entry) {
        Value map = settled(entry.map());
        MapShape shape = Objects.requireNonNull(pathTypes.map(entry.map().type()));
        Shape key = model.shape(shape.key().target());
        CodeBlock value = key instanceof EnumShape
                ? CodeBlock.of("$L.get($T.of($S))", map.code(), names.type(key.id()), entry.key())
                : CodeBlock.of("$L.get($S)", map.code(), entry.key());
        return Value.of(map.nullable() ? CodeBlock.of("$L == null ? null : $L", map.code(), value) : value, true);
    }

    // Thing thing = things == null || things.isEmpty() ? null : things.get(0);
    private Value index(Path.Index index) {
        Value list = settled(index.list());
        CodeBlock code = list.code();
        CodeBlock isNull = list.nullable() ? CodeBlock.of("$L == null || ", code) : CodeBlock.of("");
        int place = index.index();
        if (place == 0) {
            return Value.of(CodeBlock.of("$L$L.isEmpty() ? null : $L.get(0)", isNull, code, code), true);
        }
        if (place > 0) {
            return Value.of(
                    CodeBlock.of("$L$L.size() <= $L ? null : $L.get($L)", isNull, code, place, code, place), true);
        }
        CodeBlock tooShort =
                place == -1 ? CodeBlock.of("$L.isEmpty()", code) : CodeBlock.of("$L.size() < $L", code, -place);
        return Value.of(
                CodeBlock.of("$L$L ? null : $L.get($L.size() - $L)", isNull, tooShort, code, code, -place), true);
    }
}
