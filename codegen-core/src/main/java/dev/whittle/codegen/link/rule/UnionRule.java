package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A union has members, or no value of it could be. */
final class UnionRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            if (shape.kind() == ParsedShape.Kind.UNION && shape.members().isEmpty()) {
                String message = "the union " + Phrases.of(shape) + " has no members";
                problems.error(ProblemCode.UNION_EMPTY, shape.pointer(), message, null);
            }
        }
    }
}
