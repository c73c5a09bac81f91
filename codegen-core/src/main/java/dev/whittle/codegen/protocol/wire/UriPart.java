package dev.whittle.codegen.protocol.wire;

/** A piece of an operation's path or host prefix. */
public sealed interface UriPart {
    /** The piece as a template shows it. */
    String text();

    /** Text that stands as it is. */
    record Literal(String text) implements UriPart {}

    /** The place of a member's value. */
    record Label(BoundMember member, boolean greedy) implements UriPart {
        @Override
        public String text() {
            return '{' + member.member().nameOnWire() + (greedy ? "+}" : "}");
        }
    }

    /**
     * The former place of a label at the beginning of a path whose value is in the URL of every endpoint. It adds nothing
     * to the path, but its member needs a value all the same.
     */
    record InEndpoint(BoundMember member) implements UriPart {
        @Override
        public String text() {
            return "";
        }
    }
}
