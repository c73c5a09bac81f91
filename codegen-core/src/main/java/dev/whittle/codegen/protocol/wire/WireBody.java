package dev.whittle.codegen.protocol.wire;

import org.jspecify.annotations.Nullable;

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

    /**
     * The bytes of a single member, of any number.
     *
     * @param member the member
     * @param contentType the media type
     * @param lengthRequired whether the service must know the number of bytes before they begin
     */
    record Stream(BoundMember member, String contentType, boolean lengthRequired) implements WireBody {}

    /**
     * The events of a single member.
     *
     * @param member the member
     * @param initial what precedes the events, as an event: the members that are bound to the body; {@code null} for nothing
     */
    record Events(BoundMember member, @Nullable Members initial) implements WireBody {}
}
