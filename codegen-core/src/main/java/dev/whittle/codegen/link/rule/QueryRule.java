package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A member that is bound to the query is a simple value, a list of them, or a map of strings or lists of strings. */
final class QueryRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape input : selection.inputs()) {
            for (ParsedMember member : input.members()) {
                String target = member.target();
                if (member.location() == Location.QUERY
                        && !selection.isScalarOrListOfThem(target)
                        && !selection.isMapOfText(target)
                        && !selection.isMapOfTextLists(target)) {
                    problems.error(
                            ProblemCode.QUERY_TARGET,
                            member.pointer(),
                            Phrases.of(member, input) + " is bound to the query but is "
                                    + selection.kind(target).phrase()
                                    + ", expected a simple value, a list of them or a map of strings",
                            null);
                }
            }
        }
    }
}
