package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.doc.MemberTexts;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Emits the builder of a structure or exception, and the methods that return one. */
public final class Builders {
    private static final ClassName ARRAYS = ClassName.get(Arrays.class);
    private static final ClassName CONSUMER = ClassName.get(Consumer.class);

    private final ClassName type;
    private final ClassName builder;
    private final List<JavaMember> properties;
    private final JavaTypes types;
    private final MemberTexts texts;

    public Builders(ClassName type, List<JavaMember> properties, JavaTypes types, MemberTexts texts) {
        this.type = type;
        this.builder = type.nestedClass("Builder");
        this.properties = properties;
        this.types = types;
        this.texts = texts;
    }

    // public static Builder builder() {
    //     return new Builder();
    // }
    public MethodSpec factory() {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("A builder with nothing set.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build();
    }

    // public Builder toBuilder() {
    //     return new Builder(this);
    // }
    public MethodSpec toBuilder() {
        return MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("A builder with the values of this object.")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("return new $T(this)", builder)
                .build();
    }

    /** The parts of {@link #copyConstructor}, which are methods of the structure. */
    public Parts copies() {
        return Parts.inClass(Modifier.PRIVATE).with(builder, "builder", CodeBlock.of("this"));
    }

    // private Builder(ViewPort value) {
    //     this.width = value.width;
    // }
    /** The constructor behind {@link #toBuilder}; what is immutable need not be copied. */
    public MethodSpec copyConstructor(Parts parts) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(type, "value");
        if (Parts.areNeeded(properties.size())) {
            parts.calls("copy", TypeName.VOID, properties, Builders::copies)
                    .forEach(call -> constructor.addStatement("value.$L", call));
        } else {
            for (JavaMember property : properties) {
                constructor.addStatement("this.$N = value.$N", property.name(), property.name());
            }
        }
        return constructor.build();
    }

    // builder.width = this.width;
    private static CodeBlock copies(List<JavaMember> properties) {
        CodeBlock.Builder code = CodeBlock.builder();
        properties.forEach(property -> code.addStatement("builder.$1N = this.$1N", property.name()));
        return code.build();
    }

    /** The builder's fields, constructor and setters; the caller adds {@code build}. */
    public TypeSpec.Builder type() {
        boolean copies = properties.stream().anyMatch(JavaMember::isCollection);
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(builder)
                .addJavadoc(
                        copies
                                ? "Builds instances of {@link $T}. Collections are copied."
                                : "Builds instances of {@link $T}.",
                        type)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        for (JavaMember property : properties) {
            spec.addField(FieldSpec.builder(property.builderType(), property.name(), Modifier.PRIVATE)
                    .build());
        }
        spec.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        for (JavaMember property : properties) {
            spec.addMethod(setter(property));
            if (property.target() instanceof ListShape list
                    && !(types.element(list) instanceof ParameterizedTypeName)) {
                spec.addMethod(variableAritySetter(property, list));
            } else if (property.target() instanceof StructureShape) {
                spec.addMethod(consumerSetter(property));
            }
        }
        return spec;
    }

    // public ViewPort build() {
    //     return new ViewPort(this);
    // }
    public MethodSpec build() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("build");
        if (properties.stream().anyMatch(JavaMember::required)) {
            method.addJavadoc("@throws $T if a required member is not set", RuntimeTypes.MISSING_MEMBER);
        }
        return method.addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return new $T(this)", type)
                .build();
    }

    // public Builder proxies(@Nullable Collection<? extends Proxy> proxies) {
    //     this.proxies = proxies == null ? null : Copies.list(proxies);
    //     return this;
    // }
    private MethodSpec setter(JavaMember property) {
        TypeName type;
        if (property.target() instanceof ListShape list) {
            type = types.collection(list);
        } else {
            type = property.isPrimitive() ? property.type().unbox() : property.type();
        }
        TypeName parameter = property.neverNull() ? type : JavaTypes.nullable(type);
        MethodSpec.Builder method = begin(property, setterDocumentation(property))
                .addParameter(ParameterSpec.builder(parameter, property.name()).build());
        if (property.isCollection()) {
            String copy =
                    property.neverNull() ? "this.$1N = $2T.$3L($1N)" : "this.$1N = $1N == null ? null : $2T.$3L($1N)";
            method.addStatement(copy, property.name(), RuntimeTypes.COPIES, copyMethod(property));
        } else {
            method.addStatement("this.$1N = $1N", property.name());
        }
        return method.addStatement("return this").build();
    }

    private static String copyMethod(JavaMember property) {
        if (property.target() instanceof ListShape list) {
            return list.sparse() ? "sparseList" : "list";
        }
        return ((MapShape) property.target()).sparse() ? "sparseMap" : "map";
    }

    // public Builder proxies(Proxy... proxies) {
    //     return proxies(Arrays.asList(proxies));
    // }
    private MethodSpec variableAritySetter(JavaMember property, ListShape list) {
        return begin(property, like(property, types.collection(list), "with the elements as arguments"))
                .addParameter(ParameterSpec.builder(types.array(list), property.name())
                        .build())
                .varargs()
                .addStatement("return $1N($2T.asList($1N))", property.name(), ARRAYS)
                .build();
    }

    // Objects.requireNonNull(viewPort, "viewPort must not be null")
    public static CodeBlock nonNull(String parameter) {
        return CodeBlock.of("$T.requireNonNull($N, $S)", Objects.class, parameter, parameter + " must not be null");
    }

    // Objects.requireNonNull(viewPort, "viewPort must not be null").accept(value)
    public static CodeBlock accept(String consumer, String builder) {
        return CodeBlock.of("$L.accept($L)", nonNull(consumer), builder);
    }

    // public Builder viewPort(Consumer<ViewPort.Builder> viewPort) {
    //     ViewPort.Builder value = ViewPort.builder();
    //     Objects.requireNonNull(viewPort, "viewPort must not be null").accept(value);
    //     return viewPort(value.build());
    // }
    private MethodSpec consumerSetter(JavaMember property) {
        ClassName target = (ClassName) property.type();
        ClassName nested = target.nestedClass("Builder");
        String local = new Locals(property.name()).name("value");
        MethodSpec.Builder method = begin(property, like(property, target, "with the value built in place"))
                .addParameter(ParameterizedTypeName.get(CONSUMER, nested), property.name())
                .addStatement("$T $L = $T.builder()", nested, local, target)
                .addStatement(accept(property.name(), local));
        // A class has at most 65,535 constants, and each method that is called is two of them.
        return Parts.areNeeded(properties.size())
                ? method.addStatement("this.$N = $L.build()", property.name(), local)
                        .addStatement("return this")
                        .build()
                : method.addStatement("return $N($L.build())", property.name(), local)
                        .build();
    }

    private Javadoc setterDocumentation(JavaMember property) {
        Javadoc javadoc = texts.javadoc(property.member());
        // A literal null fits the setter that takes a lambda as well.
        return property.target() instanceof StructureShape && !property.neverNull()
                ? javadoc.param(
                        property.name(),
                        "the new value, or null to unset it; write the literal as {@code ($T) null}",
                        property.type())
                : javadoc;
    }

    // The same as {@link #viewPort(ViewPort)}, with the value built in place.
    private static Javadoc like(JavaMember property, TypeName parameter, String how) {
        TypeName raw = parameter instanceof ParameterizedTypeName generic ? generic.rawType() : parameter;
        return Javadoc.of("The same as {@link #$N($T)}, $L.", property.name(), raw, how);
    }

    private MethodSpec.Builder begin(JavaMember property, Javadoc javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(builder);
        Accessors.deprecate(property, javadoc, method);
        return method.addJavadoc(javadoc.build());
    }
}
