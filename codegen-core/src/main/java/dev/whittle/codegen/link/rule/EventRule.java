package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an event stream are structures, whose members fit into the headers and the payload of an event. */
final class EventRule implements Rule {
    private static final Set<Kind> PAYLOADS = EnumSet.of(Kind.BLOB, Kind.STRING, Kind.ENUM, Kind.STRUCTURE, Kind.UNION);
    private static final Set<Kind> HEADERS = EnumSet.of(
            Kind.BOOLEAN,
            Kind.BYTE,
            Kind.SHORT,
            Kind.INTEGER,
            Kind.LONG,
            Kind.BLOB,
            Kind.STRING,
            Kind.ENUM,
            Kind.TIMESTAMP);

    @Override
    public void check(Selection selection, Problems problems) {
        Map<String, ParsedShape> events = new LinkedHashMap<>();
        for (ParsedShape shape : selection.shapes()) {
            if (shape.flags().eventStream()) {
                for (ParsedMember member : shape.members()) {
                    checkEvent(member, shape, selection, events, problems);
                }
            }
        }
        events.values().forEach(event -> checkParts(event, selection, problems));
    }

    private static void checkEvent(
            ParsedMember member,
            ParsedShape stream,
            Selection selection,
            Map<String, ParsedShape> events,
            Problems problems) {
        ParsedShape target = selection.shape(member.target());
        if (target == null || target.kind() == Kind.UNKNOWN) {
            return;
        }
        if (target.kind() == Kind.STRUCTURE) {
            events.put(target.name(), target);
        } else {
            problems.error(
                    ProblemCode.EVENT_TARGET,
                    member.pointer(),
                    Phrases.of(member, stream) + " is an event but is "
                            + target.kind().phrase() + ", expected a structure",
                    null);
        }
    }

    private static void checkParts(ParsedShape event, Selection selection, Problems problems) {
        ParsedMember payload = payload(event);
        for (ParsedMember member : event.members()) {
            Kind kind = selection.kind(member.target());
            if (member.flags().eventHeader()) {
                checkHeader(member, kind, event, problems);
            }
            if (member.flags().eventPayload()) {
                checkPayload(member, payload, kind, event, problems);
            } else if (payload != null && !member.flags().eventHeader()) {
                problems.error(
                        ProblemCode.EVENT_PAYLOAD,
                        member.pointer(),
                        Phrases.of(member, event) + " is not a header of the event, whose payload is member "
                                + Quote.of(payload.name()),
                        "mark it with " + problems.dialect().eventHeader());
            }
        }
    }

    private static @Nullable ParsedMember payload(ParsedShape event) {
        for (ParsedMember member : event.members()) {
            if (member.flags().eventPayload()) {
                return member;
            }
        }
        return null;
    }

    private static void checkHeader(ParsedMember member, Kind kind, ParsedShape event, Problems problems) {
        if (!HEADERS.contains(kind) && kind != Kind.UNKNOWN) {
            problems.error(
                    ProblemCode.EVENT_HEADER,
                    member.pointer(),
                    Phrases.of(member, event) + " is a header of an event but is " + kind.phrase()
                            + ", expected a boolean, byte, short, integer, long, blob, string or timestamp",
                    null);
        }
    }

    private static void checkPayload(
            ParsedMember member, @Nullable ParsedMember first, Kind kind, ParsedShape event, Problems problems) {
        String what = Phrases.of(member, event) + " is the payload of an event";
        if (member.flags().eventHeader()) {
            problems.error(ProblemCode.EVENT_PAYLOAD, member.pointer(), what + ", and a header of it", null);
        }
        if (first != null && !first.name().equals(member.name())) {
            String message = what + ", and so is member " + Quote.of(first.name());
            problems.error(ProblemCode.EVENT_PAYLOAD, member.pointer(), message, null);
        }
        if (!PAYLOADS.contains(kind) && kind != Kind.UNKNOWN) {
            String message = what + " but is " + kind.phrase() + ", expected a blob, string, structure or union";
            problems.error(ProblemCode.EVENT_PAYLOAD, member.pointer(), message, null);
        }
    }
}
