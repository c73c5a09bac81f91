package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedHttp;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.List;

/** An operation says how it uses HTTP: with a known method and a status that is one. */
final class HttpRule implements Rule {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int LOWEST_STATUS = 200;
    private static final int HIGHEST_STATUS = 599;

    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            ParsedHttp http = operation.http();
            if (http == null) {
                problems.error(
                        ProblemCode.HTTP_MISSING,
                        operation.pointer(),
                        Phrases.of(operation) + " does not say how it uses HTTP",
                        "it needs " + problems.dialect().http());
            } else {
                check(operation, http, problems);
            }
        }
    }

    private static void check(ParsedOperation operation, ParsedHttp http, Problems problems) {
        ParsedText method = http.method();
        if (method != null && !METHODS.contains(method.text())) {
            problems.error(
                    ProblemCode.HTTP_METHOD,
                    method.pointer(),
                    Phrases.of(operation) + " has the unknown HTTP method " + Quote.of(method.text()),
                    Suggestions.didYouMeanOr(method.text(), METHODS, "known are"));
        }
        if (http.status() < LOWEST_STATUS || http.status() > HIGHEST_STATUS) {
            problems.error(
                    ProblemCode.HTTP_STATUS,
                    http.statusPointer(),
                    Phrases.of(operation) + " responds with " + http.status()
                            + ", which is not an HTTP status of a response",
                    null);
        }
    }
}
