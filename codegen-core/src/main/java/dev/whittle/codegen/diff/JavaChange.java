package dev.whittle.codegen.diff;

import org.jspecify.annotations.Nullable;

/**
 * A change of one public element of a client.
 *
 * @param kind what happened
 * @param type the canonical name of the class, or of the class that has the element
 * @param member the name of the method or field, {@code null} if the class itself changes
 * @param element the element: a class, {@code Class.field}, or {@code Class.method(…)} with erased parameters
 * @param before its declaration before the change, {@code null} if there was none
 * @param after its declaration after the change, {@code null} if there is none
 * @param source whether code that uses it still compiles
 * @param binary whether compiled code that uses it still links
 */
public record JavaChange(
        Kind kind,
        String type,
        @Nullable String member,
        String element,
        @Nullable String before,
        @Nullable String after,
        Judgement source,
        Judgement binary) {
    /** What can happen to an element. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** A supertype is added or removed, or a class becomes an interface, or a modifier changes. */
        DECLARATION,
        /** A method returns another class, or a field has another one. */
        TYPE,
        /** Only type arguments change. */
        TYPE_ARGUMENTS,
        /** Only annotations for nullness change. */
        NULLNESS,
        /** A compile-time constant has another value. */
        CONSTANT
    }

    /** Whether the element is new. */
    public boolean isAddition() {
        return kind == Kind.ADDED;
    }
}
