package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.api.Sensitivity;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.model.ServiceModel;
import java.util.ArrayList;
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

    /** Adds all three to a class. */
    static void addTo(
            TypeSpec.Builder spec, ClassName type, List<JavaMember> properties, boolean sensitive, ServiceModel model) {
        spec.addMethods(equalsMethod(type, properties))
                .addMethods(hashCodeMethod(type, properties))
                .addMethods(toStringMethod(type, properties, sensitive, model));
    }

    // @Override
    // public boolean equals(@Nullable Object other) {
    //     return this == other
    //             || other instanceof ViewPort that
    //                     && width == that.width
    //                     && Objects.equals(name, that.name);
    // }
    private static List<MethodSpec> equalsMethod(ClassName type, List<JavaMember> properties) {
        Parts parts = Parts.inClass(Modifier.PRIVATE).with(type, "that");
        CodeBlock.Builder same = CodeBlock.builder();
        if (properties.isEmpty()) {
            same.add("return other instanceof $T", type);
        } else {
            same.add("return this == other\n|| other instanceof $T that", type);
            same.indent().indent();
        }
        same(properties, parts).forEach(each -> same.add("\n&& ").add(each));
        if (!properties.isEmpty()) {
            same.unindent().unindent();
        }
        MethodSpec method = Overrides.overriding("equals", Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(OTHER, "other")
                .addStatement(same.build())
                .build();
        return with(method, parts);
    }

    // private boolean equals1(ViewPort that) {
    //     return width == that.width
    //             && Objects.equals(name, that.name);
    // }
    private static List<CodeBlock> same(List<JavaMember> properties, Parts parts) {
        if (!Parts.areNeeded(properties.size())) {
            return properties.stream().map(ValueMethods::same).toList();
        }
        return parts.calls(
                "equals",
                TypeName.BOOLEAN,
                properties,
                some -> CodeBlock.builder()
                        .addStatement(
                                "return $L",
                                some.stream().map(ValueMethods::same).collect(CodeBlock.joining("\n&& ")))
                        .build());
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
    private static List<MethodSpec> hashCodeMethod(ClassName type, List<JavaMember> properties) {
        Parts parts = Parts.inClass(Modifier.PRIVATE).with(TypeName.INT, "hash");
        MethodSpec.Builder method =
                Overrides.overriding("hashCode", Modifier.PUBLIC).returns(TypeName.INT);
        if (properties.isEmpty()) {
            method.addStatement("return $T.class.hashCode()", type);
        } else if (properties.size() == 1) {
            method.addStatement("return $L", hash(properties.get(0)));
        } else {
            method.addStatement("int hash = $L", hash(properties.get(0)));
            List<JavaMember> others = properties.subList(1, properties.size());
            if (Parts.areNeeded(others.size())) {
                parts.calls("hash", TypeName.INT, others, ValueMethods::addHashes)
                        .forEach(call -> method.addStatement("hash = $L", call));
                method.addStatement("return hash");
            } else {
                method.addCode(addHashes(others));
            }
        }
        return with(method.build(), parts);
    }

    // hash = 31 * hash + Objects.hashCode(name);
    // return hash;
    private static CodeBlock addHashes(List<JavaMember> properties) {
        CodeBlock.Builder code = CodeBlock.builder();
        properties.forEach(property -> code.addStatement("hash = 31 * hash + $L", hash(property)));
        return code.addStatement("return hash").build();
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
    private static List<MethodSpec> toStringMethod(
            ClassName type, List<JavaMember> properties, boolean allSensitive, ServiceModel model) {
        Parts parts = Parts.inClass(Modifier.PRIVATE).with(RuntimeTypes.PRINTER, "printer");
        MethodSpec.Builder method =
                Overrides.overriding("toString", Modifier.PUBLIC).returns(JavaTypes.STRING);
        CodeBlock printer = CodeBlock.of("new $T($S)", RuntimeTypes.PRINTER, type.simpleName());
        if (Parts.areNeeded(properties.size())) {
            method.addStatement("$T printer = $L", RuntimeTypes.PRINTER, printer);
            parts.calls(
                            "print",
                            TypeName.VOID,
                            properties,
                            some -> CodeBlock.builder()
                                    .addStatement("printer$L", add(some, "this.", allSensitive, model))
                                    .build())
                    .forEach(method::addStatement);
            method.addStatement("return printer.toString()");
        } else {
            method.addStatement(
                    properties.isEmpty() ? "return $L$L.toString()" : "return $L$L\n.toString()",
                    printer,
                    add(properties, "", allSensitive, model));
        }
        return with(method.build(), parts);
    }

    // .add("width", width).addSensitive("name", name)
    private static CodeBlock add(List<JavaMember> properties, String object, boolean allSensitive, ServiceModel model) {
        CodeBlock.Builder print = CodeBlock.builder();
        for (JavaMember property : properties) {
            boolean hidden = allSensitive || Sensitivity.isSensitive(property.member(), model);
            print.add(
                    "\n.$L($S, $L$N)",
                    hidden ? "addSensitive" : "add",
                    property.member().name(),
                    object,
                    property.name());
        }
        return print.build();
    }

    private static List<MethodSpec> with(MethodSpec method, Parts parts) {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(method);
        methods.addAll(parts.methods());
        return methods;
    }

    private static String field(JavaMember property) {
        return LOCALS.contains(property.name()) ? "this." + property.name() : property.name();
    }
}
