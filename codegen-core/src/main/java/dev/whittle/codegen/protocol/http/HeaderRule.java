package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;

/** A member that is bound to a header is a simple value or a list of them, and the header's name is one. */
final class HeaderRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape message : messages.all()) {
            for (Member member : message.members()) {
                if (member.location() == HttpLocation.HEADER) {
                    checkName(member, message, problems);
                    checkTarget(member, message, messages, problems);
                } else if (member.location() == HttpLocation.PREFIX_HEADERS
                        && !member.nameOnWire().isEmpty()) {
                    checkName(member, message, problems);
                }
            }
        }
    }

    private static void checkName(Member member, StructureShape message, Problems problems) {
        if (!HeaderNames.isToken(member.nameOnWire())) {
            problems.error(
                    ProblemCode.HEADER_NAME,
                    member.pointer(),
                    Messages.of(member, message) + " is bound to the header " + Quote.of(member.nameOnWire())
                            + ", which is not a valid name of a header",
                    null);
        }
    }

    private static void checkTarget(Member member, StructureShape message, Messages messages, Problems problems) {
        Shape target = messages.target(member);
        if (!messages.isScalarOrListOfThem(target)) {
            problems.error(
                    ProblemCode.HEADER_TARGET,
                    member.pointer(),
                    Messages.of(member, message) + " is bound to a header but is " + Messages.phrase(target)
                            + ", expected a simple value" + " or a list of them",
                    null);
        }
    }
}
