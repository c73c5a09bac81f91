package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;

/** The payload of a message names one of its members. */
final class PayloadMemberRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape message : selection.messages()) {
            ParsedText payload = message.payload();
            if (payload != null && message.member(payload.text()) == null) {
                problems.error(
                        ProblemCode.PAYLOAD_UNKNOWN,
                        payload.pointer(),
                        "the payload of " + Phrases.of(message) + " names the member " + Quote.of(payload.text())
                                + ", which it does not have",
                        Suggestions.didYouMeanOr(payload.text(), message.memberNames(), "it has"));
            }
        }
    }
}
