package dev.whittle.codegen.diff;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.stream.Collectors;

/** Types as text. */
final class TypeTexts {
    private TypeTexts() {}

    /** A type with its type arguments and without annotations. */
    static String of(TypeName type) {
        if (type instanceof ParameterizedTypeName generic) {
            return generic.rawType().withoutAnnotations()
                    + generic.typeArguments().stream().map(TypeTexts::of).collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof ArrayTypeName array) {
            return of(array.componentType()) + "[]";
        }
        if (type instanceof WildcardTypeName wildcard) {
            return wildcard.lowerBounds().isEmpty()
                    ? "? extends " + of(wildcard.upperBounds().get(0))
                    : "? super " + of(wildcard.lowerBounds().get(0));
        }
        return type.withoutAnnotations().toString();
    }

    /** A type as the JVM knows it; nothing that is generated has a bounded type variable. */
    static String erased(TypeName type) {
        if (type instanceof ParameterizedTypeName generic) {
            return generic.rawType().canonicalName();
        }
        if (type instanceof ArrayTypeName array) {
            return erased(array.componentType()) + "[]";
        }
        if (type instanceof TypeVariableName) {
            return Object.class.getName();
        }
        return type.withoutAnnotations().toString();
    }

    /** The same text without the packages of its classes. */
    static String simple(String type) {
        return type.replaceAll("\\b[a-z_][\\w]*\\.", "");
    }
}
