package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that is bound to the status of an answer is an integer. */
final class StatusRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape answer : selection.answers()) {
            for (ParsedMember member : answer.members()) {
                Kind kind = selection.kind(member.target());
                if (member.location() == Location.STATUS && kind != Kind.INTEGER && kind != Kind.UNKNOWN) {
                    String message = Phrases.of(member, answer) + " is bound to the status but is " + kind.phrase()
                            + ", expected an integer";
                    problems.error(ProblemCode.STATUS_TARGET, member.pointer(), message, null);
                }
            }
        }
    }
}
