package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** No two members share a header, a query parameter or a property of a JSON object. */
final class WireNameRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        Collection<ParsedShape> messages = selection.messages();
        Set<String> targets = new HashSet<>();
        for (ParsedShape shape : selection.shapes()) {
            shape.members().forEach(member -> targets.add(member.target()));
        }
        for (ParsedShape shape : selection.shapes()) {
            boolean isMessage = messages.contains(shape);
            boolean good = !isMessage || check(shape, member -> placeInMessage(shape, member), problems);
            boolean isValue = shape.kind() == Kind.STRUCTURE || shape.kind() == Kind.UNION;
            // Where it is a value, a message is all body.
            if (good && isValue && (!isMessage || targets.contains(shape.name()))) {
                check(shape, WireNameRule::property, problems);
            }
        }
    }

    private static boolean check(
            ParsedShape shape, Function<ParsedMember, @Nullable String> placeOf, Problems problems) {
        boolean good = true;
        Map<String, ParsedMember> seen = new HashMap<>();
        for (ParsedMember member : shape.members()) {
            String place = placeOf.apply(member);
            ParsedMember first = place == null ? null : seen.putIfAbsent(place, member);
            if (first != null) {
                good = false;
                problems.error(
                        ProblemCode.WIRE_NAME_DUPLICATE,
                        member.pointer(),
                        Phrases.of(member, shape) + " is bound to " + place + ", and so is member "
                                + Quote.of(first.name()),
                        null);
            }
        }
        return good;
    }

    /** The place that must be the member's own; the names of headers have no case. */
    private static @Nullable String placeInMessage(ParsedShape message, ParsedMember member) {
        String name = member.nameOnWire();
        return switch (member.location()) {
            case HEADER -> "the header " + Quote.of(name.toLowerCase(Locale.ROOT));
            case QUERY -> "the query parameter " + Quote.of(name);
            case BODY ->
                message.payload() != null
                                && member.name().equals(message.payload().text())
                        ? null
                        : property(member);
            case URI, PREFIX_HEADERS, STATUS -> null;
        };
    }

    private static String property(ParsedMember member) {
        return "the property " + Quote.of(member.nameOnWire());
    }
}
