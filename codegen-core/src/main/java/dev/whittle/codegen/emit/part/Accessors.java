package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The fields of a class of properties, their assignment from a builder, and their accessors. */
public final class Accessors {
    private Accessors() {}

    // private final int width;
    public static FieldSpec field(Property property, Modifier... more) {
        return FieldSpec.builder(property.fieldType(), property.name(), Modifier.PRIVATE, Modifier.FINAL)
                .addModifiers(more)
                .build();
    }

    // this.width = Required.of(builder.width, "width", "ViewPort");
    // this.name = builder.name;
    public static CodeBlock assignment(Property property, String owner) {
        if (!property.required()) {
            return CodeBlock.of("this.$N = builder.$N", property.name(), property.name());
        }
        return CodeBlock.of(
                "this.$N = $T.of(builder.$N, $S, $S)",
                property.name(),
                RuntimeTypes.REQUIRED,
                property.name(),
                property.member().name(),
                owner);
    }

    /**
     * The accessor of a property, and for a collection that may be absent the method that tells so.
     *
     * @param isRead whether the service sends values of the class
     */
    public static void addTo(TypeSpec.Builder type, Property property, boolean isRead) {
        type.addMethod(accessor(property, isRead));
        if (property.hasPresence()) {
            type.addMethod(presence(property));
        }
    }

    // public int width() {
    //     return width;
    // }
    private static MethodSpec accessor(Property property, boolean isRead) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(property.accessorType());
        Javadoc javadoc = documentation(property).returns(returned(property, isRead));
        deprecate(property, javadoc, method);
        method.addJavadoc(javadoc.build());
        if (property.hasPresence()) {
            ClassName empty = property.isList() ? JavaTypes.LIST : JavaTypes.MAP;
            return method.addStatement("return $N != null ? $N : $T.of()", property.name(), property.name(), empty)
                    .build();
        }
        return method.addStatement("return $N", property.name()).build();
    }

    // public boolean hasProxies() {
    //     return proxies != null;
    // }
    private static MethodSpec presence(Property property) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.presence())
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN);
        Javadoc javadoc = Javadoc.of(
                        "Whether {@link #$N()} was set; an empty collection counts as a value.", property.name())
                .returns("whether it is set");
        deprecate(property, javadoc, method);
        return method.addJavadoc(javadoc.build())
                .addStatement("return $N != null", property.name())
                .build();
    }

    private static String returned(Property property, boolean isRead) {
        String value = property.isCollection() ? "an unmodifiable collection" : "the value";
        if (!property.neverNull()) {
            return value + (property.isCollection() ? ", empty if not set" : ", or {@code null} if it is not set");
        }
        return isRead ? value + "; " + Presets.text(property.target()) + " if the service leaves it out" : value;
    }

    /** What the model says of a property, or its name where it is silent. */
    static Javadoc documentation(Property property) {
        return Javadoc.ofMember(property.documentation());
    }

    static void deprecate(Property property, Javadoc javadoc, MethodSpec.Builder method) {
        if (property.member().deprecated() != null) {
            javadoc.deprecated(property.member().deprecated());
            method.addAnnotation(Deprecated.class);
        }
    }
}
