package dev.whittle.codegen.diff;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.regex.Pattern;

/** Types as text. JavaPoet's own texts are made by its writer of sources, which takes most of the time of a comparison. */
final class TypeTexts {
    private static final Pattern PACKAGE = Pattern.compile("\\b[a-z_][\\w]*\\.");

    private TypeTexts() {}

    /** A type with its type arguments and without annotations. */
    static String of(TypeName type) {
        return append(type, false, new StringBuilder()).toString();
    }

    /** A type with its type arguments and annotations. */
    static String annotated(TypeName type) {
        return append(type, true, new StringBuilder()).toString();
    }

    private static StringBuilder append(TypeName type, boolean isAnnotated, StringBuilder text) {
        if (isAnnotated) {
            for (AnnotationSpec annotation : type.annotations()) {
                append(annotation.type(), false, text.append('@')).append(' ');
            }
        }
        if (type instanceof ClassName name) {
            return text.append(name.canonicalName());
        }
        if (type instanceof ParameterizedTypeName generic) {
            text.append(generic.rawType().canonicalName()).append('<');
            String separator = "";
            for (TypeName argument : generic.typeArguments()) {
                append(argument, isAnnotated, text.append(separator));
                separator = ", ";
            }
            return text.append('>');
        }
        if (type instanceof ArrayTypeName array) {
            return append(array.componentType(), isAnnotated, text).append("[]");
        }
        if (type instanceof WildcardTypeName wildcard) {
            return wildcard.lowerBounds().isEmpty()
                    ? append(wildcard.upperBounds().get(0), isAnnotated, text.append("? extends "))
                    : append(wildcard.lowerBounds().get(0), isAnnotated, text.append("? super "));
        }
        return text.append(type.withoutAnnotations());
    }

    /** A type as the JVM knows it; nothing that is generated has a bounded type variable. */
    static String erased(TypeName type) {
        if (type instanceof ParameterizedTypeName generic) {
            return generic.rawType().canonicalName();
        }
        if (type instanceof ArrayTypeName array) {
            return erased(array.componentType()) + "[]";
        }
        return type instanceof TypeVariableName ? Object.class.getName() : of(type);
    }

    /** The same text without the packages of its classes. */
    static String simple(String type) {
        return PACKAGE.matcher(type).replaceAll("");
    }
}
