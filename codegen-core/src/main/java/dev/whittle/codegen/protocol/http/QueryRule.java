package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that is bound to the query is a simple value, a list of them, or a map of strings or lists of strings. */
final class QueryRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape input : messages.inputs()) {
            for (Member member : input.members()) {
                Shape target = messages.target(member);
                if (member.location() == HttpLocation.QUERY
                        && !messages.isScalarOrListOfThem(target)
                        && !messages.isMapOfText(target)
                        && !messages.isMapOfTextLists(target)) {
                    problems.error(
                            ProblemCode.QUERY_TARGET,
                            member.pointer(),
                            Messages.of(member, input) + " is bound to the query but is "
                                    + Messages.phrase(target)
                                    + ", expected a simple value, a list of them or a map of strings",
                            null);
                }
            }
        }
    }
}
