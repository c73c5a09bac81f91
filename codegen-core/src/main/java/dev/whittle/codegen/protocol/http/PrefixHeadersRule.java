package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that is bound to all headers with a prefix is a map of strings. */
final class PrefixHeadersRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape message : messages.all()) {
            for (Member member : message.members()) {
                if (member.location() == HttpLocation.PREFIX_HEADERS
                        && !messages.isMapOfText(messages.target(member))) {
                    problems.error(
                            ProblemCode.PREFIX_HEADERS_TARGET,
                            member.pointer(),
                            Messages.of(member, message) + " is bound to headers with a prefix but is "
                                    + Messages.phrase(messages.target(member)) + ", expected a map of strings",
                            null);
                }
            }
        }
    }
}
