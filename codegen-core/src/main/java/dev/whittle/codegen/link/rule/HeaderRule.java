package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;

/** A member that is bound to a header is a simple value or a list of them, and the header's name is one. */
final class HeaderRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape message : selection.messages()) {
            for (ParsedMember member : message.members()) {
                if (member.location() == Location.HEADER) {
                    checkName(member, message, problems);
                    checkTarget(member, message, selection, problems);
                } else if (member.location() == Location.PREFIX_HEADERS
                        && !member.nameOnWire().isEmpty()) {
                    checkName(member, message, problems);
                }
            }
        }
    }

    private static void checkName(ParsedMember member, ParsedShape message, Problems problems) {
        if (!HeaderNames.isToken(member.nameOnWire())) {
            problems.error(
                    ProblemCode.HEADER_NAME,
                    member.pointer(),
                    Phrases.of(member, message) + " is bound to the header " + Quote.of(member.nameOnWire())
                            + ", which is not a valid name of a header",
                    null);
        }
    }

    private static void checkTarget(ParsedMember member, ParsedShape message, Selection selection, Problems problems) {
        if (!selection.isScalarOrListOfThem(member.target())) {
            Kind kind = selection.kind(member.target());
            problems.error(
                    ProblemCode.HEADER_TARGET,
                    member.pointer(),
                    Phrases.of(member, message) + " is bound to a header but is " + kind.phrase()
                            + ", expected a simple value" + " or a list of them",
                    null);
        }
    }
}
