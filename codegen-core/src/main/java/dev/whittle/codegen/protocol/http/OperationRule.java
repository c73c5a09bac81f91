package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Operation.HttpTrait;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.List;

/** An operation says how it uses HTTP: with a known method and a status that is one. */
final class OperationRule implements HttpRules.Rule {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int LOWEST_STATUS = 200;
    private static final int HIGHEST_STATUS = 599;

    @Override
    public void check(Messages messages, Problems problems) {
        for (Operation operation : messages.model().operations()) {
            HttpTrait http = operation.http();
            if (http == null) {
                problems.error(
                        ProblemCode.HTTP_MISSING,
                        operation.pointer(),
                        Messages.of(operation) + " does not say how it uses HTTP",
                        "it needs " + problems.dialect().http());
            } else {
                check(operation, http, problems);
            }
        }
    }

    private static void check(Operation operation, HttpTrait http, Problems problems) {
        String method = http.method();
        if (!METHODS.contains(method)) {
            problems.error(
                    ProblemCode.HTTP_METHOD,
                    http.pointers().method(),
                    Messages.of(operation) + " has the unknown HTTP method " + Quote.of(method),
                    Suggestions.didYouMeanOr(method, METHODS, "known are"));
        }
        if (http.status() < LOWEST_STATUS || http.status() > HIGHEST_STATUS) {
            problems.error(
                    ProblemCode.HTTP_STATUS,
                    http.pointers().status(),
                    Messages.of(operation) + " responds with " + http.status()
                            + ", which is not an HTTP status of a response",
                    null);
        }
    }
}
