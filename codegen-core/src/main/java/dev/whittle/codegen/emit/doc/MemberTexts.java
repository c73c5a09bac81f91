package dev.whittle.codegen.emit.doc;

import dev.whittle.codegen.model.Member;
import java.util.IdentityHashMap;

/**
 * The documentation of the members of one class. A member has up to three methods with the same documentation, which is
 * converted once. For one thread at a time.
 */
public final class MemberTexts {
    private final IdentityHashMap<Member, String> texts = new IdentityHashMap<>();

    /** A comment that begins with the documentation of a member, or with its name where the model has none. */
    public Javadoc javadoc(Member member) {
        return Javadoc.ofText(texts.computeIfAbsent(member, MemberTexts::text));
    }

    private static String text(Member member) {
        String text = DocText.of(member.documentation());
        return text.isEmpty() ? "The member {@code " + Javadoc.inline(member.name()) + "}." : text;
    }
}
