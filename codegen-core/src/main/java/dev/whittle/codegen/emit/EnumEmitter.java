package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.JavaTypes;
import dev.whittle.codegen.emit.part.Javadoc;
import dev.whittle.codegen.emit.part.Overrides;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.Shape.EnumShape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class of an enum: open, so that a value which the service adds later is kept and written back. */
final class EnumEmitter {
    /** Up to here a {@code switch} finds a value fastest; a larger one is never compiled to machine code. */
    private static final int LARGE = 200;

    private final EmitContext context;

    EnumEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec emit(EnumShape shape) {
        ClassName type = context.names().type(shape.id());
        ClassName known = type.nestedClass("Known");
        Javadoc javadoc = Javadoc.ofModel(shape.documentation(), "The values of {@code $L}.", type.simpleName())
                .paragraph(
                        "The service may add values: one that this version of the client does not know keeps its text,"
                                + "\nand its {@link #known()} is {@link $T#UNKNOWN}.",
                        known);
        TypeSpec.Builder spec = TypeSpec.classBuilder(type)
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        Deprecations.mark(spec, javadoc, shape.deprecated());
        spec.addJavadoc(javadoc.build());
        for (String value : shape.values()) {
            spec.addField(constant(shape, type, known, value));
        }
        spec.addField(values(shape, type));
        if (isLarge(shape)) {
            spec.addField(byValue(type));
        }
        return spec.addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
                .addField(known, "known", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(known))
                .addMethod(of(shape, type, known))
                .addMethod(
                        getter(ClassName.get(String.class), "value", "The text that stands for the value on the wire."))
                .addMethod(getter(
                        known,
                        "known",
                        "For {@code switch}: the value, or {@code UNKNOWN} if this client does not know it."))
                .addMethod(valuesMethod(type))
                .addMethod(equalsMethod(type))
                .addMethod(hashCodeMethod())
                .addMethod(toStringMethod())
                .addType(known(shape, type, known))
                .build();
    }

    // public static final BrowserSessionStatus READY = new BrowserSessionStatus("READY", Known.READY);
    private FieldSpec constant(EnumShape shape, ClassName type, ClassName known, String value) {
        String name = context.names().constant(shape.id(), value);
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L.", documentation(value))
                .initializer("new $T($S, $T.$N)", type, value, known, name)
                .build();
    }

    private static String documentation(String value) {
        String text = Javadoc.inline(value);
        return text.isEmpty() ? "The value without visible text" : "<code>" + text + "</code>";
    }

    // private static final List<BrowserSessionStatus> VALUES = List.of(READY, TERMINATED);
    private FieldSpec values(EnumShape shape, ClassName type) {
        CodeBlock.Builder all = CodeBlock.builder().add("$T.of(", List.class);
        String separator = "";
        for (String value : shape.values()) {
            all.add(separator + "$N", context.names().constant(shape.id(), value));
            separator = shape.values().size() > 6 ? ",\n" : ", ";
        }
        return FieldSpec.builder(listOf(type), "VALUES_", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(all.add(")").build())
                .build();
    }

    private static boolean isLarge(EnumShape shape) {
        return shape.values().size() > LARGE;
    }

    // private static final Map<String, InstanceType> BY_VALUE_ =
    //         VALUES_.stream().collect(Collectors.toUnmodifiableMap(InstanceType::value, Function.identity()));
    private static FieldSpec byValue(ClassName type) {
        TypeName map = ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), type);
        return FieldSpec.builder(map, "BY_VALUE_", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "VALUES_.stream().collect($T.toUnmodifiableMap($T::value, $T.identity()))",
                        Collectors.class,
                        type,
                        Function.class)
                .build();
    }

    private static MethodSpec constructor(ClassName known) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "value")
                .addParameter(known, "known")
                .addStatement("this.value = value")
                .addStatement("this.known = known")
                .build();
    }

    // public static BrowserSessionStatus of(String value) {
    //     return switch (value) {
    //         case "READY" -> READY;
    //         default -> new BrowserSessionStatus(value, Known.UNKNOWN);
    //     };
    // }
    private MethodSpec of(EnumShape shape, ClassName type, ClassName known) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc(Javadoc.of("The constant for a known value, else a value of its own that keeps the text.")
                        .param("value", "the text on the wire")
                        .returns("the value; equal texts give equal values")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "value")
                .addCode(isLarge(shape) ? lookUp(type, known) : choose(shape, type, known))
                .build();
    }

    private CodeBlock choose(EnumShape shape, ClassName type, ClassName known) {
        CodeBlock.Builder choice =
                CodeBlock.builder().add("return switch (value) {\n").indent();
        for (String value : shape.values()) {
            choice.add("case $S -> $N;\n", value, context.names().constant(shape.id(), value));
        }
        choice.add("default -> new $T(value, $T.UNKNOWN);\n", type, known)
                .unindent()
                .add("};\n");
        return choice.build();
    }

    // InstanceType found = BY_VALUE_.get(value);
    // return found != null ? found : new InstanceType(value, Known.UNKNOWN);
    private static CodeBlock lookUp(ClassName type, ClassName known) {
        return CodeBlock.builder()
                .addStatement("$T found = BY_VALUE_.get(value)", type)
                .addStatement("return found != null ? found : new $T(value, $T.UNKNOWN)", type, known)
                .build();
    }

    private static MethodSpec getter(ClassName type, String name, String documentation) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(Javadoc.of(documentation).returns("the value").build())
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $N", name)
                .build();
    }

    private static MethodSpec valuesMethod(ClassName type) {
        return MethodSpec.methodBuilder("values")
                .addJavadoc(Javadoc.of("The values that this version of the client knows, in the order of the model.")
                        .returns("an unmodifiable list")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(listOf(type))
                .addStatement("return VALUES_")
                .build();
    }

    private static MethodSpec equalsMethod(ClassName type) {
        return Overrides.overriding("equals", Modifier.PUBLIC)
                .returns(boolean.class)
                .addParameter(JavaTypes.nullable(ClassName.get(Object.class)), "other")
                .addStatement("return this == other || other instanceof $T that && value.equals(that.value)", type)
                .build();
    }

    private static MethodSpec hashCodeMethod() {
        return Overrides.overriding("hashCode", Modifier.PUBLIC)
                .returns(int.class)
                .addStatement("return value.hashCode()")
                .build();
    }

    private static MethodSpec toStringMethod() {
        return Overrides.overriding("toString", Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return value")
                .build();
    }

    // public enum Known { READY, TERMINATED, UNKNOWN }
    private TypeSpec known(EnumShape shape, ClassName type, ClassName known) {
        TypeSpec.Builder spec = TypeSpec.enumBuilder(known)
                .addJavadoc("The known values of {@link $T}, for {@code switch}.", type)
                .addModifiers(Modifier.PUBLIC);
        for (String value : shape.values()) {
            spec.addEnumConstant(
                    context.names().constant(shape.id(), value),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc("$L.", documentation(value))
                            .build());
        }
        return spec.addEnumConstant(
                        "UNKNOWN",
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("A value that this version of the client does not know.")
                                .build())
                .build();
    }

    private static ParameterizedTypeName listOf(ClassName type) {
        return ParameterizedTypeName.get(ClassName.get(List.class), type);
    }
}
