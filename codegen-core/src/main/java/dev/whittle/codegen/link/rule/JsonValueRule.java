package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that holds JSON text is a string. */
final class JsonValueRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            for (ParsedMember member : shape.members()) {
                Kind kind = selection.kind(member.target());
                if (member.flags().jsonValue() && !kind.isText() && kind != Kind.UNKNOWN) {
                    problems.error(
                            ProblemCode.JSON_VALUE,
                            member.pointer(),
                            Phrases.of(member, shape) + " holds JSON text but is " + kind.phrase()
                                    + ", expected a string",
                            null);
                }
            }
        }
    }
}
