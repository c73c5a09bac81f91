package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member that is bound to a label of the request URI is required, or has a text that takes its place; it is one simple value,
 * and has the label to itself.
 */
final class LabelMemberRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (StructureShape input : messages.inputs()) {
            Map<String, Member> seen = new HashMap<>();
            for (Member member : input.members()) {
                if (member.location() == HttpLocation.URI) {
                    checkAlone(member, seen.putIfAbsent(member.nameOnWire(), member), input, problems);
                    check(member, input, messages, problems);
                }
            }
        }
    }

    private static void checkAlone(Member member, @Nullable Member first, StructureShape input, Problems problems) {
        if (first != null) {
            problems.error(
                    ProblemCode.LABEL_DUPLICATE,
                    member.pointer(),
                    Messages.of(member, input) + " is bound to label {" + Quote.shortened(member.nameOnWire())
                            + "}, and so is member " + Quote.of(first.name()),
                    null);
        }
    }

    private static void check(Member member, StructureShape input, Messages messages, Problems problems) {
        String what = Messages.of(member, input) + " is bound to a label of the request URI";
        if (!member.required() && member.supplement().whenAbsent() == null) {
            problems.error(
                    ProblemCode.LABEL_OPTIONAL,
                    member.pointer(),
                    what + " but is not required",
                    problems.dialect().makeRequired() + ": the URI needs it");
        }
        Shape target = messages.target(member);
        if (!Messages.isScalar(target)) {
            String message = what + " but is " + Messages.phrase(target) + ", expected a simple value";
            problems.error(ProblemCode.LABEL_TARGET, member.pointer(), message, null);
        }
    }
}
