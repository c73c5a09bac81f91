package dev.whittle.codegen.diff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A public method, constructor or field.
 *
 * @param name its name
 * @param key what tells it from others in its class: the name, and of a method the erased parameters
 * @param parameters the erased types of the parameters
 * @param erased the erased type that it returns or has
 * @param signature its types with their type arguments
 * @param annotated the same with annotations for nullness
 * @param modifiers those that matter to users: static, abstract and varargs
 * @param constant the value of a compile-time constant, as it is written, {@code null} for anything else
 */
record JavaElement(
        String name,
        String key,
        List<String> parameters,
        String erased,
        String signature,
        String annotated,
        String modifiers,
        @Nullable String constant) {
    /** Whether users see no difference: field by field, as what a record brings along is bound and compiled at run time. */
    boolean isSame(JavaElement other) {
        return annotated.equals(other.annotated)
                && signature.equals(other.signature)
                && erased.equals(other.erased)
                && modifiers.equals(other.modifiers)
                && Objects.equals(constant, other.constant);
    }

    /** The declaration, for users. */
    String declaration() {
        return TypeTexts.simple(signature) + (constant == null ? "" : " = " + constant);
    }
}
