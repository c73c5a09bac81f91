package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.TimestampFormat;

/**
 * How the bodies of a protocol write members.
 *
 * @param jsonNames whether properties have the names that the model has for JSON
 * @param timestamps the format of timestamps where the model gives none
 * @param otherTimestamps whether the model can give another
 */
public record BodyFormat(boolean jsonNames, TimestampFormat timestamps, boolean otherTimestamps) {
    /** The name of a property. */
    public String name(Member member) {
        return jsonNames && member.jsonName() != null ? member.jsonName() : member.propertyName();
    }

    /** The format of the timestamps of a member. */
    public TimestampFormat timestamp(Member member, Shape target) {
        return otherTimestamps ? TimestampFormats.of(member, target, timestamps) : timestamps;
    }
}
