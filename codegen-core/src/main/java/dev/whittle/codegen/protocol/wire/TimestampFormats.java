package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.TimestampFormat;

/** Which timestamp format holds: the member's, else the shape's, else that of the place. */
final class TimestampFormats {
    private TimestampFormats() {}

    /** The format of a member in a place with a format of its own. */
    static TimestampFormat of(Member member, Shape target, TimestampFormat place) {
        if (member.timestampFormat() != null) {
            return member.timestampFormat();
        }
        if (target instanceof SimpleShape simple && simple.timestampFormat() != null) {
            return simple.timestampFormat();
        }
        return place;
    }
}
