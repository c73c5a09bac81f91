package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;

/** The payload of a message is one of its members, travels nowhere else, and can be a body. */
final class PayloadRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape message : selection.messages()) {
            ParsedText payload = message.payload();
            ParsedMember member = payload == null ? null : message.member(payload.text());
            if (payload != null && member == null) {
                problems.error(
                        ProblemCode.PAYLOAD_UNKNOWN,
                        payload.pointer(),
                        "the payload of " + Phrases.of(message) + " names the member " + Quote.of(payload.text())
                                + ", which it does not have",
                        Suggestions.didYouMeanOr(payload.text(), message.memberNames(), "it has"));
            } else if (member != null) {
                check(member, message, selection, problems);
            }
        }
    }

    private static void check(ParsedMember member, ParsedShape message, Selection selection, Problems problems) {
        if (member.location() != Location.BODY) {
            problems.error(
                    ProblemCode.PAYLOAD_BOUND,
                    member.pointer(),
                    Phrases.of(member, message) + " is the payload, but has a location of its own too",
                    problems.dialect().onlyPayload());
        }
        Kind kind = selection.kind(member.target());
        boolean fits = kind.isText()
                || switch (kind) {
                    case STRUCTURE, UNION, DOCUMENT, BLOB, UNKNOWN -> true;
                    default -> false;
                };
        if (!fits) {
            problems.error(
                    ProblemCode.PAYLOAD_TARGET,
                    member.pointer(),
                    Phrases.of(member, message) + " is the payload but is " + kind.phrase()
                            + ", expected a structure, union, document, string or blob",
                    null);
        }
    }
}
