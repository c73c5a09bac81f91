package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Shape.EnumShape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class of an enum: open, so that a value which the service adds later is kept and written back. */
public final class EnumEmitter {
    /** Up to here a {@code switch} finds a value fastest; a larger one is never compiled to machine code. */
    private static final int LARGE = 200;

    /** With more values, the list has a method: the initializer of a class has at most 64 KB, and it takes 8 bytes a value. */
    private static final int HUGE = 2_500;

    /** The class of the texts; no enum has its name. */
    private static final String VALUE = "Value";

    private final EmitContext context;

    public EnumEmitter(EmitContext context) {
        this.context = context;
    }

    public TypeSpec emit(EnumShape shape) {
        ClassName type = context.names().type(shape.id());
        Javadoc javadoc = Javadoc.ofModel(context.links().in(type), shape.documentation())
                .paragraph(
                        "One of {@link #values()}, or a value that this client does not know: the service may add values.");
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        Deprecations.mark(spec, javadoc, shape.deprecated());
        spec.addJavadoc(javadoc.build());
        for (String value : shape.values()) {
            spec.addField(constant(shape, type, value));
        }
        spec.addField(values(shape, type));
        if (isLarge(shape)) {
            spec.addField(byValue(type));
        }
        if (isHuge(shape)) {
            spec.addMethod(allValues(shape, type));
        }
        return spec.addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(of(shape, type))
                .addMethod(valueMethod(type))
                .addMethod(valuesMethod(type))
                .addMethod(equalsMethod(type))
                .addMethod(hashCodeMethod())
                .addMethod(toStringMethod())
                .addType(valueType(shape, type))
                .build();
    }

    // public static final BrowserSessionStatus READY = new BrowserSessionStatus(Value.READY);
    private FieldSpec constant(EnumShape shape, ClassName type, String value) {
        String name = context.names().constant(shape.id(), value);
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(documentation(shape, type, value, name))
                .initializer("new $T($T.$N)", type, type.nestedClass(VALUE), name)
                .build();
    }

    /** What the model says of it; the text, unless the constant is called the same. */
    private CodeBlock documentation(EnumShape shape, ClassName type, String value, String constant) {
        String documentation = shape.valueDocumentation().get(value);
        if (documentation != null) {
            return Javadoc.ofModel(context.links().in(type), documentation).build();
        }
        if (value.equals(constant)) {
            return CodeBlock.of("");
        }
        String text = Javadoc.inline(value).isEmpty() ? "The value without visible text" : Javadoc.code(value.strip());
        return CodeBlock.of("$L.", text);
    }

    // private static final List<BrowserSessionStatus> VALUES_ = List.of(READY, TERMINATED);
    private FieldSpec values(EnumShape shape, ClassName type) {
        return FieldSpec.builder(listOf(type), "VALUES_", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(isHuge(shape) ? CodeBlock.of("allValues()") : list(shape))
                .build();
    }

    // List.of(READY, TERMINATED)
    private CodeBlock list(EnumShape shape) {
        CodeBlock all = shape.values().stream()
                .map(value -> CodeBlock.of("$N", context.names().constant(shape.id(), value)))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.of($L)", List.class, all);
    }

    private static boolean isHuge(EnumShape shape) {
        return shape.values().size() > HUGE;
    }

    // private static List<InstanceType> allValues() {
    //     return List.of(A1_MEDIUM, …);
    // }
    /** The code of the list, which does not fit into the initializer of the class beside that of the constants. */
    private MethodSpec allValues(EnumShape shape, ClassName type) {
        return MethodSpec.methodBuilder("allValues")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(listOf(type))
                .addStatement("return $L", list(shape))
                .build();
    }

    private static boolean isLarge(EnumShape shape) {
        return shape.values().size() > LARGE;
    }

    // private static final Map<String, InstanceType> BY_VALUE_ =
    //         VALUES_.stream().collect(Collectors.toUnmodifiableMap(each -> each.value, Function.identity()));
    private static FieldSpec byValue(ClassName type) {
        TypeName map = ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), type);
        return FieldSpec.builder(map, "BY_VALUE_", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "VALUES_.stream().collect($T.toUnmodifiableMap(each -> each.value, $T.identity()))",
                        Collectors.class,
                        Function.class)
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "value")
                .addStatement("this.value = value")
                .build();
    }

    // public static BrowserSessionStatus of(String value) {
    //     return switch (value) {
    //         case Value.READY -> READY;
    //         default -> new BrowserSessionStatus(value);
    //     };
    // }
    private MethodSpec of(EnumShape shape, ClassName type) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("The constant for a known text, otherwise a new instance that keeps the text.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "value")
                .addCode(isLarge(shape) ? lookUp(type) : choose(shape, type))
                .build();
    }

    private CodeBlock choose(EnumShape shape, ClassName type) {
        CodeBlock.Builder choice =
                CodeBlock.builder().add("return switch (value) {\n").indent();
        for (String value : shape.values()) {
            String name = context.names().constant(shape.id(), value);
            choice.add("case $T.$N -> $N;\n", type.nestedClass(VALUE), name, name);
        }
        choice.add("default -> new $T(value);\n", type).unindent().add("};\n");
        return choice.build();
    }

    // InstanceType found = BY_VALUE_.get(value);
    // return found != null ? found : new InstanceType(value);
    private static CodeBlock lookUp(ClassName type) {
        return CodeBlock.builder()
                .addStatement("$T found = BY_VALUE_.get(value)", type)
                .addStatement("return found != null ? found : new $T(value)", type)
                .build();
    }

    private static MethodSpec valueMethod(ClassName type) {
        return MethodSpec.methodBuilder("value")
                .addJavadoc(
                        "The text that is sent and received. {@link $T} has the known texts as constants, for a {@code switch}.",
                        type.nestedClass(VALUE))
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return value")
                .build();
    }

    private static MethodSpec valuesMethod(ClassName type) {
        return MethodSpec.methodBuilder("values")
                .addJavadoc("The known values, in the order of the model; unmodifiable.")
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

    // public static final class Value {
    //     public static final String READY = "READY";
    // }
    /**
     * The texts as constants of the compiler. A {@code switch} over strings needs a {@code default}, so that a value
     * which is added later breaks neither sources nor class files; one over a Java enum may be exhaustive without.
     */
    private TypeSpec valueType(EnumShape shape, ClassName type) {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type.nestedClass(VALUE))
                .addJavadoc("The texts of the known values, for a {@code switch} over {@link $T#value()}.", type)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        for (String value : shape.values()) {
            spec.addField(FieldSpec.builder(
                            String.class,
                            context.names().constant(shape.id(), value),
                            Modifier.PUBLIC,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer("$S", value)
                    .build());
        }
        return spec.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private static ParameterizedTypeName listOf(ClassName type) {
        return ParameterizedTypeName.get(ClassName.get(List.class), type);
    }
}
