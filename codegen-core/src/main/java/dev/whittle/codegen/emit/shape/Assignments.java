package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.names.Names;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The constructor of a class of properties: it takes their values from a builder. */
final class Assignments {
    private final ClassName type;
    private final List<JavaMember> properties;
    private final Names names;
    private final List<JavaMember> completed;
    private final Parts parts;

    Assignments(ClassName type, List<JavaMember> properties, Names names) {
        this.type = type;
        this.properties = properties;
        this.names = names;
        this.completed = properties.stream()
                .filter(property -> property.required() || hasDefault(property))
                .toList();
        this.parts = Parts.inClass(Modifier.PRIVATE, Modifier.STATIC).with(builder(), "builder");
    }

    private ClassName builder() {
        return type.nestedClass("Builder");
    }

    private static boolean hasDefault(JavaMember property) {
        return property.member().defaultValue() != null;
    }

    // private ViewPort(Builder builder) {
    //     this.width = Required.of(builder.width, "width", "ViewPort");
    // }
    //
    // private ViewPort(Builder builder) {
    //     complete1(builder);
    //     this.width = Objects.requireNonNull(builder.width);
    // }
    /**
     * The constructor. Only a constructor can set final fields, and what 3,000 of them need besides is too much for one
     * method. So the parts of a long one leave defaults in the builder, from which nothing can read them but the constructor.
     */
    MethodSpec constructor(CodeBlock... first) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(builder(), "builder");
        for (CodeBlock statement : first) {
            constructor.addStatement(statement);
        }
        boolean inParts = Parts.areNeeded(completed.size());
        if (inParts) {
            parts.calls("complete", TypeName.VOID, completed, this::complete).forEach(constructor::addStatement);
        }
        for (JavaMember property : properties) {
            constructor.addStatement(inParts ? ofComplete(property) : assignment(property));
        }
        return constructor.build();
    }

    /** The methods that the constructor calls. */
    List<MethodSpec> parts() {
        return parts.methods();
    }

    // this.width = Required.of(builder.width, "width", "ViewPort");
    // this.name = builder.name;
    // this.count = builder.count == null ? 10 : builder.count;
    private CodeBlock assignment(JavaMember property) {
        if (hasDefault(property)) {
            return CodeBlock.of(
                    "this.$1N = builder.$1N == null ? $2L : builder.$1N",
                    property.name(),
                    DefaultCode.of(property, names));
        }
        return property.required()
                ? CodeBlock.of("this.$N = $L", property.name(), required(property))
                : CodeBlock.of("this.$1N = builder.$1N", property.name());
    }

    private CodeBlock required(JavaMember property) {
        return CodeBlock.of(
                "$T.of(builder.$N, $S, $S)",
                RuntimeTypes.REQUIRED,
                property.name(),
                property.member().name(),
                type.simpleName());
    }

    // Required.of(builder.width, "width", "ViewPort");
    // if (builder.count == null) {
    //     builder.count = 10;
    // }
    private CodeBlock complete(List<JavaMember> some) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (JavaMember property : some) {
            if (hasDefault(property)) {
                code.beginControlFlow("if (builder.$N == null)", property.name())
                        .addStatement("builder.$N = $L", property.name(), DefaultCode.of(property, names))
                        .endControlFlow();
            } else {
                code.addStatement(required(property));
            }
        }
        return code.build();
    }

    // this.width = Objects.requireNonNull(builder.width);
    // this.name = builder.name;
    private static CodeBlock ofComplete(JavaMember property) {
        return property.neverNull()
                ? CodeBlock.of("this.$1N = $2T.requireNonNull(builder.$1N)", property.name(), Objects.class)
                : CodeBlock.of("this.$1N = builder.$1N", property.name());
    }
}
