package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;

/** A stream is the whole body: the payload, beside which no other member is in the body. */
final class StreamRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape message : messages.all()) {
            for (Member member : message.members()) {
                if (member.isStream()) {
                    check(member, message, problems);
                }
            }
        }
    }

    private static void check(Member stream, StructureShape message, Problems problems) {
        if (!stream.name().equals(message.payload())) {
            problems.error(
                    ProblemCode.STREAM_PAYLOAD,
                    stream.pointer(),
                    Messages.of(stream, message) + " is a stream but is not the payload",
                    problems.dialect().makePayload(stream.name()) + ": a stream is the whole body");
            return;
        }
        for (Member member : message.members()) {
            if (member.location() == HttpLocation.BODY && !member.equals(stream)) {
                problems.error(
                        ProblemCode.STREAM_PAYLOAD,
                        member.pointer(),
                        Messages.of(member, message)
                                + " is bound to no other part of the message, but the body is the stream "
                                + Quote.of(stream.name()),
                        null);
            }
        }
    }
}
