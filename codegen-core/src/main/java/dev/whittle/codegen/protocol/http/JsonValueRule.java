package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that holds JSON text is a string. */
final class JsonValueRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape message : messages.all()) {
            for (Member member : message.members()) {
                Shape target = messages.target(member);
                if (member.jsonValue() && !Messages.isText(target)) {
                    problems.error(
                            ProblemCode.JSON_VALUE,
                            member.pointer(),
                            Messages.of(member, message) + " holds JSON text but is " + Messages.phrase(target)
                                    + ", expected a string",
                            null);
                }
            }
        }
    }
}
