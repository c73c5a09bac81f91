package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Operation.HttpTrait;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.protocol.http.UriTemplate.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The request URI of an operation is one: a path with labels, each once, a greedy one last. */
final class UriRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (Operation operation : messages.model().operations()) {
            HttpTrait http = operation.http();
            if (http != null) {
                check(operation, http.uri(), http.pointers().uri(), problems);
            }
        }
    }

    private static void check(Operation operation, String uri, String pointer, Problems problems) {
        UriTemplate template = UriTemplate.parse(uri);
        if (template.fault() != null) {
            problems.error(
                    ProblemCode.URI_MALFORMED,
                    pointer,
                    Messages.of(operation) + ": the request URI " + Quote.of(uri) + " is malformed: "
                            + template.fault(),
                    null);
        }
        Set<String> seen = new HashSet<>();
        List<Label> labels = template.labels();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            String what =
                    Messages.of(operation) + ": label {" + Quote.shortened(label.name()) + "} of the request URI ";
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
