package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.TimestampFormat;

/**
 * A member together with its way over the wire.
 *
 * @param member the member
 * @param binding where it travels
 * @param timestampFormat how timestamps in it are written there; of no meaning for members without timestamps
 */
public record BoundMember(Member member, WireBinding binding, TimestampFormat timestampFormat) {}
