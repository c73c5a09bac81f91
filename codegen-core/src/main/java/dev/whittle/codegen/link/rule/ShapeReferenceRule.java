package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.Reference;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import org.jspecify.annotations.Nullable;

/** Every reference names a shape that the model defines. */
final class ShapeReferenceRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            check(selection, operation.input(), problems);
            check(selection, operation.output(), problems);
            operation.errors().forEach(error -> check(selection, error, problems));
        }
        for (ParsedShape shape : selection.shapes()) {
            for (ParsedMember member : shape.members()) {
                check(selection, member.target(), member.pointer(), problems);
            }
        }
    }

    private static void check(Selection selection, @Nullable Reference use, Problems problems) {
        if (use != null) {
            check(selection, use.shape(), use.pointer(), problems);
        }
    }

    private static void check(Selection selection, String name, String pointer, Problems problems) {
        if (selection.shape(name) == null) {
            problems.errorWithHint(
                    ProblemCode.SHAPE_UNKNOWN,
                    pointer,
                    "unknown shape " + Quote.of(name),
                    () -> Suggestions.didYouMean(
                            name, selection.model().shapes().keySet()));
        }
    }
}
