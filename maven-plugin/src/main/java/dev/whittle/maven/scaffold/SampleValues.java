package dev.whittle.maven.scaffold;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.names.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Java expressions for values that a user will replace: the least that compiles, strings named after their member. */
final class SampleValues {
    private final ServiceModel model;
    private final Names names;
    private final JavaTypes types;

    /** The shapes around the one that is being written: none is ever put into itself. */
    private final Set<ShapeId> around = new HashSet<>();

    SampleValues(ServiceModel model, Names names, JavaTypes types) {
        this.model = model;
        this.names = names;
        this.types = types;
    }

    /** A value for a property; {@code null} if every one would have to contain itself. */
    @Nullable
    CodeBlock of(JavaMember property) {
        return switch (property.member().streaming()) {
            case NONE -> value(property.member());
            case BYTES, BYTES_OF_KNOWN_LENGTH -> CodeBlock.of("$T.empty()", RuntimeTypes.REQUEST_BODY);
            case EVENTS -> CodeBlock.of("$T.of($T.of())", RuntimeTypes.EVENT_SOURCE, List.class);
        };
    }

    private @Nullable CodeBlock value(Member member) {
        Shape shape = model.shape(member.target());
        if (shape instanceof SimpleShape simple) {
            return simple(simple, member.name());
        }
        if (!around.add(shape.id())) {
            return null;
        }
        CodeBlock value = composed(shape);
        around.remove(shape.id());
        return value;
    }

    private @Nullable CodeBlock composed(Shape shape) {
        if (shape instanceof EnumShape known) {
            return constant(known);
        }
        if (shape instanceof ListShape list) {
            CodeBlock element = value(list.member());
            return element == null
                    ? CodeBlock.of("$T.of()", List.class)
                    : CodeBlock.of("$T.of($L)", List.class, element);
        }
        if (shape instanceof MapShape map) {
            CodeBlock element = value(map.value());
            return element == null
                    ? CodeBlock.of("$T.of()", Map.class)
                    : CodeBlock.of("$T.of($L, $L)", Map.class, value(map.key()), element);
        }
        return shape instanceof UnionShape union ? member(union) : built((StructureShape) shape);
    }

    private CodeBlock constant(EnumShape known) {
        ClassName type = names.type(known.id());
        return CodeBlock.of(
                "$T.$L", type, names.constant(known.id(), known.values().get(0)));
    }

    private @Nullable CodeBlock member(UnionShape union) {
        for (Member member : union.members()) {
            CodeBlock value = value(member);
            if (value != null) {
                return CodeBlock.of("$T.$L($L)", names.type(union.id()), names.member(union.id(), member), value);
            }
        }
        return null;
    }

    // ViewPort.builder().width(1).height(1).build()
    private @Nullable CodeBlock built(StructureShape structure) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.builder()", names.type(structure.id()));
        for (JavaMember property : JavaMember.of(structure, model, names, types)) {
            if (property.required()) {
                CodeBlock value = of(property);
                if (value == null) {
                    return null;
                }
                code.add("$Z.$L($L)", property.name(), value);
            }
        }
        return code.add("$Z.build()").build();
    }

    private static CodeBlock simple(SimpleShape shape, String name) {
        return switch (shape.type()) {
            case STRING -> CodeBlock.of("$S", name);
            case BOOLEAN -> CodeBlock.of("true");
            case BYTE -> CodeBlock.of("(byte) 1");
            case SHORT -> CodeBlock.of("(short) 1");
            case INTEGER -> CodeBlock.of("1");
            case LONG -> CodeBlock.of("1L");
            case FLOAT -> CodeBlock.of("1f");
            case DOUBLE -> CodeBlock.of("1.0");
            case BIG_INTEGER -> CodeBlock.of("$T.ONE", BigInteger.class);
            case BIG_DECIMAL -> CodeBlock.of("$T.ONE", BigDecimal.class);
            case BLOB -> CodeBlock.of("$T.utf8($S)", RuntimeTypes.BLOB, name);
            case TIMESTAMP -> CodeBlock.of("$T.now()", Instant.class);
            case DOCUMENT -> CodeBlock.of("$T.of($S)", RuntimeTypes.DOCUMENT, name);
        };
    }
}
