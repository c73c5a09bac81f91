package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** No two members share a header, a query parameter or a property of a body. */
final class WireNameRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        Set<String> faulty = new HashSet<>();
        for (StructureShape message : messages.all()) {
            if (!check(
                    message.definedAs(),
                    message.members(),
                    member -> placeInMessage(message, member, messages.body()),
                    problems)) {
                faulty.add(message.pointer());
            }
        }
        // Where it is a value, a message is all body.
        checkBodies(
                messages.model(),
                messages.body(),
                structure -> !Messages.isMessage(structure) && !faulty.contains(structure.pointer()),
                problems);
    }

    /** Checks the properties of unions and of those structures whose members are all properties. */
    static void checkBodies(ServiceModel model, BodyFormat body, Predicate<StructureShape> isBody, Problems problems) {
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape structure && isBody.test(structure)) {
                check(structure.definedAs(), structure.members(), member -> property(member, body), problems);
            } else if (shape instanceof UnionShape union) {
                check(union.id().name(), union.members(), member -> property(member, body), problems);
            }
        }
    }

    private static boolean check(
            String owner, List<Member> members, Function<Member, @Nullable String> placeOf, Problems problems) {
        boolean good = true;
        Map<String, Member> seen = new HashMap<>();
        for (Member member : members) {
            String place = placeOf.apply(member);
            Member first = place == null ? null : seen.putIfAbsent(place, member);
            if (first != null) {
                good = false;
                problems.error(
                        ProblemCode.WIRE_NAME_DUPLICATE,
                        member.pointer(),
                        Messages.of(member, owner) + " is bound to " + place + ", and so is member "
                                + Quote.of(first.name()),
                        null);
            }
        }
        return good;
    }

    /** The place that must be the member's own; the names of headers have no case. */
    private static @Nullable String placeInMessage(StructureShape message, Member member, BodyFormat body) {
        String name = member.nameOnWire();
        return switch (member.location()) {
            case HEADER -> "the header " + Quote.of(name.toLowerCase(Locale.ROOT));
            case QUERY -> "the query parameter " + Quote.of(name);
            case BODY -> member.name().equals(message.payload()) ? null : property(member, body);
            case URI, PREFIX_HEADERS, STATUS -> null;
        };
    }

    private static String property(Member member, BodyFormat body) {
        if (!body.isXml()) {
            return "the property " + Quote.of(body.name(member));
        }
        return (member.xml().attribute() ? "the attribute " : "the element ")
                + Quote.of(BodyFormat.localName(body.name(member)));
    }
}
