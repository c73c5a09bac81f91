package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list of required members names members. */
final class RequiredMembersRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            if (!shape.required().isEmpty()) {
                check(shape, problems);
            }
        }
    }

    private static void check(ParsedShape shape, Problems problems) {
        List<String> names = shape.memberNames();
        Set<String> known = new HashSet<>(names);
        for (ParsedText each : shape.required()) {
            String required = each.text();
            if (!known.contains(required)) {
                problems.errorWithHint(
                        ProblemCode.REQUIRED_UNKNOWN,
                        each.pointer(),
                        Phrases.of(shape) + " requires the member " + Quote.of(required) + ", which it does not have",
                        () -> Suggestions.didYouMeanOr(required, names, "it has"));
            }
        }
    }
}
