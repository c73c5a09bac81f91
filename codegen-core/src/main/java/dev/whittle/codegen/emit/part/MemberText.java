package dev.whittle.codegen.emit.part;

import dev.whittle.codegen.model.Member;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of a member, for comments. It is put into form when it is first asked for: a member has up to three
 * methods that say the same, and many uses that say nothing. For one thread at a time.
 */
public final class MemberText {
    private final Member member;
    private @Nullable String text;

    /** What the model says of this member. */
    public MemberText(Member member) {
        this.member = member;
    }

    /** The text, or the member's name where the model is silent. */
    String text() {
        String known = text;
        if (known == null) {
            known = DocText.of(member.documentation());
            known = known.isEmpty() ? "The member {@code " + Javadoc.inline(member.name()) + "}." : known;
            text = known;
        }
        return known;
    }
}
