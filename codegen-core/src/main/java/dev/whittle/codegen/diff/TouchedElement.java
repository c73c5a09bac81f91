package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.api.JavaMember;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public element of a client. Code that uses it meets a change.
 *
 * @param type the canonical name of the class, or of the class that has the element
 * @param member the name of the method or field, {@code null} for every use of the class
 * @param element the element as {@link JavaChange#element} names it; {@code Class.method} without parameters means every
 *     method of the name
 */
public record TouchedElement(String type, @Nullable String member, String element)
        implements Comparable<TouchedElement> {
    private static final Comparator<TouchedElement> ORDER =
            Comparator.comparing(TouchedElement::type).thenComparing(TouchedElement::element);

    /** Every use of a class. */
    static TouchedElement of(ClassName type) {
        return new TouchedElement(type.canonicalName(), null, type.canonicalName());
    }

    /** Every field and method of a name. */
    static TouchedElement of(ClassName type, String member) {
        return new TouchedElement(type.canonicalName(), member, type.canonicalName() + "." + member);
    }

    /** The accessors and the setters of a member. */
    static List<TouchedElement> of(ClassName type, JavaMember member) {
        return List.of(
                of(type, member.name()), of(type, member.presence()), of(type.nestedClass("Builder"), member.name()));
    }

    /** The element that changes. */
    static TouchedElement of(JavaChange change) {
        return new TouchedElement(change.type(), change.member(), change.element());
    }

    /** Whether this is about a class and not about an element of one. */
    public boolean isClass() {
        return member == null;
    }

    @Override
    public int compareTo(TouchedElement other) {
        return ORDER.compare(this, other);
    }
}
