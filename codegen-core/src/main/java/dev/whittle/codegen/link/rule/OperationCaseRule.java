package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** No two operations differ only in case: their classes would share a file where file names have no case. */
final class OperationCaseRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        Map<String, ParsedOperation> seen = new HashMap<>();
        for (ParsedOperation operation : selection.operations()) {
            ParsedOperation first = seen.putIfAbsent(operation.name().toLowerCase(Locale.ROOT), operation);
            if (first != null) {
                String message = Phrases.of(operation) + " and " + Phrases.of(first) + " differ only in case";
                problems.error(ProblemCode.OPERATION_CASE, operation.pointer(), message, "exclude one of them");
            }
        }
    }
}
