package dev.whittle.codegen.emit.doc;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.MemberSupplement;
import dev.whittle.codegen.model.MemberSupplement.RegionOfStructure;
import java.util.IdentityHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Javadoc javadoc =
                Javadoc.ofText(links, texts.computeIfAbsent(member, each -> DocText.of(each.documentation())));
        supplement(javadoc, member.supplement());
        return javadoc;
    }

    private static void supplement(Javadoc javadoc, MemberSupplement supplement) {
        String text = supplement.whenAbsent();
        if (text != null) {
            javadoc.sentence("If it is null or empty, the client sends $L.", Javadoc.code(text));
        }
        if (!supplement.droppedPrefixes().isEmpty()) {
            String prefixes =
                    supplement.droppedPrefixes().stream().map(Javadoc::code).collect(Collectors.joining(" or "));
            javadoc.sentence("The client does not send a leading $L.", prefixes);
        }
        RegionOfStructure region = supplement.region();
        if (region != null) {
            String set = Stream.concat(Stream.of(region.member()), region.unlessSet().stream())
                    .map(Javadoc::code)
                    .collect(Collectors.joining(" or "));
            javadoc.sentence(
                    "Unless $L is set, the client sends its region as $L, if that is not $L.",
                    set,
                    Javadoc.code(region.member()),
                    Javadoc.code(region.except()));
        }
        switch (supplement.use()) {
            case ENDPOINT ->
                javadoc.sentence(
                        "The client calls this URL, unless the options of the call have an endpoint. It must begin with"
                                + " {@code https://} if the endpoint of the client does, unless it is on this machine.");
            case TREE_HASH ->
                javadoc.sentence(
                        "If it is null, the client computes it. A body that can be read only once needs this member and the"
                                + " header {@code x-amz-content-sha256} in the options of the call.");
            case NONE -> {}
        }
    }
}
