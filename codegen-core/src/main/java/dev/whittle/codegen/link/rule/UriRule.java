package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.link.rule.UriTemplate.Label;
import dev.whittle.codegen.parsed.ParsedHttp;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The request URI of an operation is one: a path with labels, each once, a greedy one last. */
final class UriRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            ParsedHttp http = operation.http();
            if (http != null && http.uri() != null) {
                check(operation, http.uri().text(), http.uri().pointer(), problems);
            }
        }
    }

    private static void check(ParsedOperation operation, String uri, String pointer, Problems problems) {
        UriTemplate template = UriTemplate.parse(uri);
        if (template.fault() != null) {
            problems.error(
                    ProblemCode.URI_MALFORMED,
                    pointer,
                    Phrases.of(operation) + ": the request URI " + Quote.of(uri) + " is malformed: " + template.fault(),
                    null);
        }
        Set<String> seen = new HashSet<>();
        List<Label> labels = template.labels();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            String what = Phrases.of(operation) + ": label {" + Quote.shortened(label.name()) + "} of the request URI ";
            if (!seen.add(label.name())) {
                problems.error(ProblemCode.LABEL_DUPLICATE, pointer, what + "appears twice", null);
            }
            if (label.greedy() && i < labels.size() - 1) {
                problems.error(
                        ProblemCode.LABEL_GREEDY, pointer, what + "is greedy, but another label follows it", null);
            }
        }
    }
}
