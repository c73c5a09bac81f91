package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that is bound to the status of a response is an integer. */
final class StatusRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape response : messages.responses()) {
            for (Member member : response.members()) {
                Shape target = messages.target(member);
                if (member.location() == HttpLocation.STATUS && !target.is(SimpleType.INTEGER)) {
                    String message = Messages.of(member, response) + " is bound to the status but is "
                            + Messages.phrase(target) + ", expected an integer";
                    problems.error(ProblemCode.STATUS_TARGET, member.pointer(), message, null);
                }
            }
        }
    }
}
