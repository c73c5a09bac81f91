package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that is bound to all headers with a prefix is a map of strings. */
final class PrefixHeadersRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape message : selection.messages()) {
            for (ParsedMember member : message.members()) {
                if (member.location() == Location.PREFIX_HEADERS && !selection.isMapOfText(member.target())) {
                    problems.error(
                            ProblemCode.PREFIX_HEADERS_TARGET,
                            member.pointer(),
                            Phrases.of(member, message) + " is bound to headers with a prefix but is "
                                    + selection.kind(member.target()).phrase() + ", expected a map of strings",
                            null);
                }
            }
        }
    }
}
