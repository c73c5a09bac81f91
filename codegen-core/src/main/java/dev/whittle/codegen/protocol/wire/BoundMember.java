package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.Streaming;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.TimestampFormat;

/**
 * A member together with its way over the wire.
 *
 * @param member the member
 * @param binding where it travels
 * @param timestampFormat how timestamps in it are written there; of no meaning for members without timestamps
 */
public record BoundMember(Member member, WireBinding binding, TimestampFormat timestampFormat) {
    /**
     * A member whose timestamps have its own format or else that of the place. A list outside of a body is written element
     * by element, so that the format of its element counts.
     */
    public static BoundMember of(ServiceModel model, Member member, WireBinding binding, TimestampFormat place) {
        Shape target = model.shape(member.target());
        TimestampFormat format = target instanceof ListShape list
                ? TimestampFormats.of(list.member(), model.shape(list.member().target()), place)
                : TimestampFormats.of(member, target, place);
        return new BoundMember(member, binding, format);
    }

    /** A member that is a property of a body, or of what precedes the events that it has. */
    public static BoundMember ofProperty(ServiceModel model, Member member, BodyFormat body) {
        WireBinding binding = member.streaming() == Streaming.EVENTS
                ? new WireBinding.Events()
                : new WireBinding.Body(body.name(member));
        return new BoundMember(member, binding, body.timestamp(member, model.shape(member.target())));
    }
}
