package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.Reference;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;

/** What an operation lists as its errors are exceptions. */
final class ErrorRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            for (Reference error : operation.errors()) {
                ParsedShape shape = selection.model().shape(error);
                if (shape == null || shape.kind() == Kind.UNKNOWN) {
                    continue;
                }
                if (shape.kind() != Kind.STRUCTURE || shape.error() == null) {
                    problems.error(
                            ProblemCode.ERROR_TYPE,
                            error.pointer(),
                            Phrases.of(operation) + " lists " + Quote.of(shape.name())
                                    + " as an error, but it is not an exception",
                            shape.kind() == Kind.STRUCTURE
                                    ? "mark the shape with "
                                            + problems.dialect().exception()
                                    : "it is " + shape.kind().phrase());
                }
            }
        }
    }
}
