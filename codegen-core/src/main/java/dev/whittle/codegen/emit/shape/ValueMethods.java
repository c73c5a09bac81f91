package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.api.Sensitivity;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.ServiceModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * {@code equals}, {@code hashCode} and {@code toString} of a class of properties: no reflection, no arrays. A stream equals
 * only itself.
 */
final class ValueMethods {
    /** Locals of the methods below, which hide a field of the same name. */
    private static final Set<String> LOCALS = Set.of("other", "that", "hash");

    private static final ClassName OBJECTS = ClassName.get(Objects.class);
    private static final TypeName OTHER = JavaTypes.nullable(ClassName.OBJECT);
    private static final ClassName FLOAT = ClassName.get(Float.class);
    private static final ClassName DOUBLE = ClassName.get(Double.class);

    private ValueMethods() {}

    // @Override
    // public boolean equals(@Nullable Object other) {
    //     return this == other
    //             || other instanceof ViewPort that
    //                     && width == that.width
    //                     && Objects.equals(name, that.name);
    // }
    static MethodSpec equalsMethod(ClassName type, List<JavaMember> properties) {
        CodeBlock.Builder same = CodeBlock.builder();
        if (properties.isEmpty()) {
            same.add("return other instanceof $T", type);
        } else {
            same.add("return this == other\n|| other instanceof $T that", type);
            same.indent().indent();
        }
        for (JavaMember property : properties) {
            same.add("\n&& ").add(same(property));
        }
        if (!properties.isEmpty()) {
            same.unindent().unindent();
        }
        return Overrides.overriding("equals", Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(OTHER, "other")
                .addStatement(same.build())
                .build();
    }

    private static CodeBlock same(JavaMember property) {
        String field = field(property);
        String name = property.name();
        if (property.isStream()) {
            return CodeBlock.of("$L == that.$N", field, name);
        }
        if (!property.isPrimitive()) {
            return property.neverNull()
                    ? CodeBlock.of("$L.equals(that.$N)", field, name)
                    : CodeBlock.of("$T.equals($L, that.$N)", OBJECTS, field, name);
        }
        TypeName type = property.type();
        return type.equals(FLOAT) || type.equals(DOUBLE)
                ? CodeBlock.of("$T.compare($L, that.$N) == 0", type, field, name)
                : CodeBlock.of("$L == that.$N", field, name);
    }

    // @Override
    // public int hashCode() {
    //     int hash = Integer.hashCode(width);
    //     hash = 31 * hash + Objects.hashCode(name);
    //     return hash;
    // }
    static MethodSpec hashCodeMethod(ClassName type, List<JavaMember> properties) {
        MethodSpec.Builder method =
                Overrides.overriding("hashCode", Modifier.PUBLIC).returns(TypeName.INT);
        if (properties.isEmpty()) {
            return method.addStatement("return $T.class.hashCode()", type).build();
        }
        if (properties.size() == 1) {
            return method.addStatement("return $L", hash(properties.get(0))).build();
        }
        method.addStatement("int hash = $L", hash(properties.get(0)));
        for (JavaMember property : properties.subList(1, properties.size())) {
            method.addStatement("hash = 31 * hash + $L", hash(property));
        }
        return method.addStatement("return hash").build();
    }

    private static CodeBlock hash(JavaMember property) {
        if (property.isStream()) {
            return CodeBlock.of("$T.identityHashCode($L)", System.class, field(property));
        }
        if (property.isPrimitive()) {
            return CodeBlock.of("$T.hashCode($L)", property.type(), field(property));
        }
        return property.neverNull()
                ? CodeBlock.of("$L.hashCode()", field(property))
                : CodeBlock.of("$T.hashCode($L)", OBJECTS, field(property));
    }

    // @Override
    // public String toString() {
    //     return new Printer("ViewPort").add("width", width).addSensitive("name", name).toString();
    // }
    static MethodSpec toStringMethod(
            ClassName type, List<JavaMember> properties, boolean allSensitive, ServiceModel model) {
        CodeBlock.Builder print = CodeBlock.builder().add("return new $T($S)", RuntimeTypes.PRINTER, type.simpleName());
        for (JavaMember property : properties) {
            boolean hidden = allSensitive || Sensitivity.isSensitive(property.member(), model);
            print.add(
                    "\n.$L($S, $N)",
                    hidden ? "addSensitive" : "add",
                    property.member().name(),
                    property.name());
        }
        print.add(properties.isEmpty() ? ".toString()" : "\n.toString()");
        return Overrides.overriding("toString", Modifier.PUBLIC)
                .returns(JavaTypes.STRING)
                .addStatement(print.build())
                .build();
    }

    private static String field(JavaMember property) {
        return LOCALS.contains(property.name()) ? "this." + property.name() : property.name();
    }
}
