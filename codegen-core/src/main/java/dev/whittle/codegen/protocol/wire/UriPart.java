package dev.whittle.codegen.protocol.wire;

/** A piece of an operation's path or host prefix. */
public sealed interface UriPart {
    /** Text that stands as it is. */
    record Literal(String text) implements UriPart {}

    /** The place of a member's value. */
    record Label(BoundMember member, boolean greedy) implements UriPart {}
}
