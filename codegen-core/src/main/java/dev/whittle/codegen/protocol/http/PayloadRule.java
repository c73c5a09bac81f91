package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** The payload of a message can be a body. */
final class PayloadRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape message : messages.all()) {
            for (Member member : message.members()) {
                if (member.name().equals(message.payload())) {
                    check(member, message, messages, problems);
                }
            }
        }
    }

    private static void check(Member member, StructureShape message, Messages messages, Problems problems) {
        Shape target = messages.target(member);
        boolean fits = Messages.isText(target)
                || target instanceof StructureShape
                || target instanceof UnionShape
                || target.is(SimpleType.DOCUMENT)
                || target.is(SimpleType.BLOB);
        if (!fits) {
            problems.error(
                    ProblemCode.PAYLOAD_TARGET,
                    member.pointer(),
                    Messages.of(member, message) + " is the payload but is " + Messages.phrase(target)
                            + ", expected a structure, union, document, string or blob",
                    null);
        }
    }
}
