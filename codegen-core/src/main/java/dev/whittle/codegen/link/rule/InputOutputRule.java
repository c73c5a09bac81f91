package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.Reference;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import org.jspecify.annotations.Nullable;

/** The input and the output of an operation are structures. */
final class InputOutputRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            check(operation, operation.input(), "input", selection, problems);
            check(operation, operation.output(), "output", selection, problems);
        }
    }

    private static void check(
            ParsedOperation operation, @Nullable Reference use, String word, Selection selection, Problems problems) {
        ParsedShape shape = selection.model().shape(use);
        if (use == null || shape == null || shape.kind() == Kind.UNKNOWN) {
            return;
        }
        if (shape.kind() != Kind.STRUCTURE) {
            problems.error(
                    ProblemCode.INPUT_OUTPUT_TYPE,
                    use.pointer(),
                    "the " + word + " of " + Phrases.of(operation) + ", " + Quote.of(shape.name()) + ", is "
                            + shape.kind().phrase() + ", expected a structure",
                    null);
        }
    }
}
