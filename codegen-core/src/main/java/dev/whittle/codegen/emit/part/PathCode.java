package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.names.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Java that follows paths: statements that come first, and then an expression for the value. */
public final class PathCode {
    private final ServiceModel model;
    private final Names names;
    private final JavaTypes types;
    private final String root;
    private final CodeBlock.Builder statements = CodeBlock.builder();
    private final Set<String> variables = new HashSet<>();
    private final Map<Path, CodeBlock> held = new HashMap<>();

    /**
     * Code that starts from one value.
     *
     * @param root a variable that holds the value, not null
     * @param taken names of other variables around the code
     */
    public PathCode(ServiceModel model, Names names, JavaTypes types, String root, List<String> taken) {
        this.model = model;
        this.names = names;
        this.types = types;
        this.root = root;
        variables.add(root);
        variables.addAll(taken);
    }

    /** The statements that the values asked for so far need, without those that were taken already. */
    public CodeBlock takeStatements() {
        CodeBlock taken = statements.build();
        statements.clear();
        return taken;
    }

    /** An expression for the value of a path, which may be null. */
    public CodeBlock value(Path path) {
        return read(path).code();
    }

    /** The same in a variable, unless it cannot be null. */
    public CodeBlock variable(Path path) {
        Value value = read(path);
        return value.nullable() ? hold(value, path) : value.code();
    }

    /** The type of a path's values, boxed. */
    public TypeName type(PathType type) {
        if (type instanceof PathType.OfShape known) {
            return types.boxed(known.shape());
        }
        if (type instanceof PathType.ListOf list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), type(list.element()));
        }
        if (type instanceof PathType.MapOf map) {
            return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), type(map.value()));
        }
        return switch ((PathType.Plain) type) {
            case TEXT -> ClassName.get(String.class);
            case NUMBER -> ClassName.get(Number.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case NULL -> ClassName.OBJECT;
        };
    }

    /** Whether a path leads to a map. */
    public boolean isMap(PathType type) {
        return type instanceof PathType.MapOf
                || (type instanceof PathType.OfShape known && model.shape(known.shape()) instanceof MapShape);
    }

    private record Value(CodeBlock code, boolean nullable) {}

    private Value read(Path path) {
        if (path instanceof Path.Root) {
            return new Value(CodeBlock.of("$N", root), false);
        }
        return field((Path.Field) path);
    }

    // ThingList thingList = page.thingList();
    // String nextMarker = thingList == null ? null : thingList.nextMarker();
    private Value field(Path.Field field) {
        Value of = read(field.of());
        CodeBlock owner = of.nullable() ? hold(of, field.of()) : of.code();
        CodeBlock value = CodeBlock.of("$L.$N()", owner, names.member(field.owner(), field.member()));
        boolean always = isAlwaysThere(field);
        if (isCollection(field.member()) && !always) {
            CodeBlock set = CodeBlock.of("$L.$N()", owner, names.presence(field.owner(), field.member()));
            return of.nullable()
                    ? new Value(CodeBlock.of("$L != null && $L ? $L : null", owner, set, value), true)
                    : new Value(CodeBlock.of("$L ? $L : null", set, value), true);
        }
        return of.nullable()
                ? new Value(CodeBlock.of("$L == null ? null : $L", owner, value), true)
                : new Value(value, !always);
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

    private CodeBlock hold(Value value, Path path) {
        CodeBlock known = held.get(path);
        if (known != null) {
            return known;
        }
        String wanted = path instanceof Path.Field field ? names.member(field.owner(), field.member()) : "value";
        String name = wanted;
        for (int i = 2; !variables.add(name); i++) {
            name = wanted + i;
        }
        statements.addStatement("$T $N = $L", type(path.type()), name, value.code());
        CodeBlock variable = CodeBlock.of("$N", name);
        held.put(path, variable);
        return variable;
    }
}
