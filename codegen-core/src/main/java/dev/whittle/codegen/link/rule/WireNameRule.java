package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No two members of a message share a header or a query parameter. */
final class WireNameRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape message : selection.messages()) {
            check(message, problems);
        }
    }

    private static void check(ParsedShape message, Problems problems) {
        Map<String, ParsedMember> seen = new HashMap<>();
        for (ParsedMember member : message.members()) {
            String place = place(member);
            ParsedMember first = place == null ? null : seen.putIfAbsent(place, member);
            if (first != null) {
                problems.error(
                        ProblemCode.WIRE_NAME_DUPLICATE,
                        member.pointer(),
                        Phrases.of(member, message) + " is bound to " + place + ", and so is member "
                                + Quote.of(first.name()),
                        null);
            }
        }
    }

    /** The place that must be the member's own; the names of headers have no case. */
    private static @Nullable String place(ParsedMember member) {
        String name = member.nameOnWire();
        if (member.location() == Location.HEADER) {
            return "the header " + Quote.of(name.toLowerCase(Locale.ROOT));
        }
        return member.location() == Location.QUERY ? "the query parameter " + Quote.of(name) : null;
    }
}
