package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** An idempotency token is a string: the client makes one up. */
final class IdempotencyTokenRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            for (ParsedMember member : shape.members()) {
                Kind kind = selection.kind(member.target());
                if (member.flags().idempotencyToken() && kind != Kind.STRING && kind != Kind.UNKNOWN) {
                    problems.error(
                            ProblemCode.IDEMPOTENCY_TOKEN,
                            member.pointer(),
                            Phrases.of(member, shape) + " is an idempotency token but is " + kind.phrase()
                                    + ", expected a string",
                            null);
                }
            }
        }
    }
}
