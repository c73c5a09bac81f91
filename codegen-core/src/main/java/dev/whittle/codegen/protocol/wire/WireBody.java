package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import java.util.List;
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
     * @param root the root in XML, {@code null} in other formats
     * @param parameters what each request has before its members, in a form
     */
    record Members(
            String contentType,
            boolean evenIfEmpty,
            @Nullable XmlRoot root,
            List<Fixed> parameters) implements WireBody {
        public Members {
            parameters = List.copyOf(parameters);
        }

        /** Members in a format that has no names for bodies. */
        public Members(String contentType, boolean evenIfEmpty) {
            this(contentType, evenIfEmpty, null, List.of());
        }
    }

    /**
     * The value of a single member.
     *
     * @param member the member
     * @param contentType the media type
     * @param root the root in XML, {@code null} in other formats
     */
    record Payload(
            BoundMember member,
            String contentType,
            @Nullable XmlRoot root) implements WireBody {
        /** The body as the members of the value, if it is a structure or union. */
        public Members members() {
            return new Members(contentType, false, root, List.of());
        }
    }

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
