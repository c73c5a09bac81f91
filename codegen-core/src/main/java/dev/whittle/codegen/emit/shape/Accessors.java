package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.context.ErrorCorrection;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.doc.MemberTexts;
import dev.whittle.codegen.names.Names;
import javax.lang.model.element.Modifier;

/** The fields of a class of properties, and their accessors. */
final class Accessors {
    private Accessors() {}

    // private final int width;
    static FieldSpec field(JavaMember property, Modifier... more) {
        return FieldSpec.builder(property.fieldType(), property.name(), Modifier.PRIVATE, Modifier.FINAL)
                .addModifiers(more)
                .build();
    }

    /**
     * The accessor of a property, and for a collection that may be absent the method that tells so.
     *
     * @param isRead whether the service sends values of the class
     */
    static void addTo(TypeSpec.Builder type, JavaMember property, MemberTexts texts, Names names, boolean isRead) {
        Javadoc javadoc = texts.javadoc(property.member());
        if (property.target().hasNumbers()) {
            javadoc.sentence(
                    "{@link $T} has the known values.",
                    names.type(property.target().id()));
        }
        type.addMethod(accessor(property, javadoc, isRead));
        if (property.hasPresence()) {
            type.addMethod(presence(property));
        }
    }

    // public int width() { return width; }
    private static MethodSpec accessor(JavaMember property, Javadoc javadoc, boolean isRead) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(property.accessorType());
        if (property.hasPresence()) {
            javadoc.sentence("Empty if not set.");
        } else if (property.member().defaultValue() != null) {
            javadoc.sentence("Defaults to $L.", DefaultCode.text(property));
        } else if (property.neverNull() && property.isStream()) {
            javadoc.sentence("Can be read once; {@link #close()} closes it.");
        } else if (property.neverNull() && isRead) {
            javadoc.sentence("Defaults to $L if a response omits it.", ErrorCorrection.text(property.target()));
        }
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
    private static MethodSpec presence(JavaMember property) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.presence())
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN);
        Javadoc javadoc =
                Javadoc.of("Whether {@link #$N()} was set; an empty collection counts as a value.", property.name());
        deprecate(property, javadoc, method);
        return method.addJavadoc(javadoc.build())
                .addStatement("return $N != null", property.name())
                .build();
    }

    static void deprecate(JavaMember property, Javadoc javadoc, MethodSpec.Builder method) {
        if (property.member().deprecated() != null) {
            javadoc.deprecated(property.member().deprecated());
            method.addAnnotation(Deprecated.class);
        }
    }
}
