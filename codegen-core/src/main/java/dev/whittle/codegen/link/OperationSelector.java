package dev.whittle.codegen.link;

import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;

/** Picks the wanted operations of a model, and leaves out those that are not supported yet. */
final class OperationSelector {
    private static final String UNSUPPORTED = "signatures that are not known";

    private static final int MOST_SHOWN = 20;

    private final ParsedModel model;
    private final OperationFilter filter;
    private final Problems problems;
    private final List<String> names;
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    OperationSelector(ParsedModel model, OperationFilter filter, Problems problems) {
        this.model = model;
        this.filter = filter;
        this.problems = problems;
        this.names = model.operations().stream().map(ParsedOperation::name).toList();
    }

    /** The wanted operations, in the order of the model. */
    List<ParsedOperation> select() {
        if (!filter.isLenient()) {
            checkMatches(filter.include(), "included");
            checkMatches(filter.exclude(), "excluded");
        }
        List<ParsedOperation> selected = new ArrayList<>();
        for (ParsedOperation operation : model.operations()) {
            if (!isWanted(operation.name())) {
                continue;
            }
            String reason = Unsupported.reason(operation);
            if (reason == null) {
                selected.add(operation);
            } else if (!filter.isLenient() && filter.include().contains(operation.name())) {
                problems.error(
                        ProblemCode.OPERATION_LEFT_OUT,
                        operation.pointer(),
                        "operation " + Quote.shortened(operation.name()) + " " + reason
                                + ", which is not supported yet",
                        "take it out of the included operations");
            } else {
                leftOut.add(operation.name());
                reasons.add(Quote.shortened(operation.name()) + " (" + reason + ")");
            }
        }
        if (!leftOut.isEmpty()) {
            warnOfLeftOut();
        }
        if (selected.isEmpty() && !problems.hasErrors()) {
            problems.error(
                    ProblemCode.NOTHING_LEFT,
                    model.operationsPointer(),
                    "no operation is left to generate",
                    nothingHint());
        }
        return selected;
    }

    /** The operations that were left out, once {@link #select} has run. */
    List<String> leftOut() {
        return leftOut;
    }

    private boolean isWanted(String name) {
        return (filter.include().isEmpty() || matchesAny(filter.include(), name))
                && !matchesAny(filter.exclude(), name);
    }

    private static boolean matchesAny(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> Glob.matches(pattern, name));
    }

    private void checkMatches(List<String> patterns, String word) {
        for (String pattern : patterns) {
            if (names.stream().noneMatch(name -> Glob.matches(pattern, name))) {
                String kind = Glob.isExact(pattern) ? "name " : "pattern ";
                problems.error(
                        ProblemCode.FILTER_UNMATCHED,
                        model.operationsPointer(),
                        "the " + word + " " + kind + Quote.of(pattern) + " matches no operation of the service",
                        Suggestions.didYouMeanOr(pattern, names, "the service has"));
            }
        }
    }

    private void warnOfLeftOut() {
        int count = leftOut.size();
        problems.warning(
                ProblemCode.OPERATION_LEFT_OUT,
                model.operationsPointer(),
                count + (count == 1 ? " operation is" : " operations are") + " left out: " + shown(),
                UNSUPPORTED + " are not supported yet");
    }

    /** Each with its reason, the first few of them if they are many. */
    private String shown() {
        int shown = Math.min(reasons.size(), MOST_SHOWN);
        return String.join(", ", reasons.subList(0, shown))
                + (shown < reasons.size() ? " and " + (reasons.size() - shown) + " more" : "");
    }

    private String nothingHint() {
        return names.isEmpty()
                ? "the model defines none"
                : leftOut.isEmpty()
                        ? "every one is excluded"
                        : "every selected operation needs a feature that is not supported yet";
    }
}
