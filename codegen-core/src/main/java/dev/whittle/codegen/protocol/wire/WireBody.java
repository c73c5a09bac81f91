package dev.whittle.codegen.protocol.wire;

/** What the body of a request or response is. */
public sealed interface WireBody {
    /** There is no body. */
    record None() implements WireBody {}

    /**
     * An object whose properties are the members that are bound to the body.
     *
     * @param contentType the media type
     * @param evenIfEmpty whether there is a body even if no member is bound to it
     */
    record Members(String contentType, boolean evenIfEmpty) implements WireBody {}

    /**
     * The value of a single member.
     *
     * @param member the member
     * @param contentType the media type
     */
    record Payload(BoundMember member, String contentType) implements WireBody {}
}
