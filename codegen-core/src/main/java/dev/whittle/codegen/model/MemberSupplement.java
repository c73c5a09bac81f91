package dev.whittle.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client does with a member of an input although no model says so, because the clients of the service's vendor have
 * code for it.
 *
 * @param whenAbsent the text that requests have in the place of null and of an empty text, {@code null} for none
 * @param droppedPrefixes what texts may begin with that requests do not have: of the first that fits, the rest is sent
 * @param use what the member decides beyond its own place in the request
 * @param region what a structure has of the region, {@code null} for nothing
 */
public record MemberSupplement(
        @Nullable String whenAbsent,
        List<String> droppedPrefixes,
        Use use,
        @Nullable RegionOfStructure region) {
    /** Nothing beyond the model, as for nearly all members. */
    public static final MemberSupplement NONE = new MemberSupplement(null, List.of(), Use.NONE, null);

    public MemberSupplement {
        droppedPrefixes = List.copyOf(droppedPrefixes);
    }

    /**
     * The member of a structure that has the region unless it is set.
     *
     * @param member the name of the member
     * @param except the region that requests do not name
     * @param unlessSet the members of the structure that stand in its place
     */
    public record RegionOfStructure(String member, String except, List<String> unlessSet) {
        public RegionOfStructure {
            unlessSet = List.copyOf(unlessSet);
        }
    }

    /** What a member decides beyond its own place in the request. */
    public enum Use {
        /** Nothing. */
        NONE,
        /** It is the URL to call. */
        ENDPOINT,
        /** It is a header that has the SHA-256 tree hash of the body, which the client computes if it is not set. */
        TREE_HASH
    }
}
