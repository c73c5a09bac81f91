package dev.whittle.codegen.emit.doc;

import dev.whittle.codegen.model.Member;
import java.util.IdentityHashMap;

/**
 * The documentation of the members of one class. A member has up to three methods with the same documentation, which is
 * converted once. For one thread at a time.
 */
public final class MemberTexts {
    private final IdentityHashMap<Member, String> texts = new IdentityHashMap<>();
    private final DocLinks links;

    /** The documentation of the members of a class with its links. */
    public MemberTexts(DocLinks links) {
        this.links = links;
    }

    /** The documentation of a member, which may be none. */
    public Javadoc javadoc(Member member) {
        return Javadoc.ofText(links, texts.computeIfAbsent(member, each -> DocText.of(each.documentation())));
    }
}
