package dev.whittle.codegen.c2j;

import dev.whittle.codegen.parsed.ParsedFault;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Binding;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a structure says of its members by their names: which are required, and which one is the payload. In other formats
 * the members say so themselves, and so does the result.
 *
 * @param members the members with what is said of them
 * @param faults where a name is none of a member, or the payload is bound to another part of the message
 */
record MessageTraits(List<ParsedMember> members, List<ParsedFault> faults) {
    /** Nothing is said of the members. */
    static MessageTraits none(List<ParsedMember> members) {
        return new MessageTraits(members, List.of());
    }

    /** What a structure says of its members. */
    static MessageTraits read(Fields structure, List<ParsedMember> members) {
        String name = Quote.shortened(structure.key());
        List<String> names = members.stream().map(ParsedMember::name).toList();
        Set<String> known = new HashSet<>(names);
        Set<String> required = new HashSet<>();
        List<ParsedFault> faults = new ArrayList<>();
        for (ParsedText each : structure.parsedTexts("required")) {
            required.add(each.text());
            if (!known.contains(each.text())) {
                String message = name + " requires the member " + Quote.of(each.text()) + ", which it does not have";
                faults.add(unknown(ProblemCode.REQUIRED_UNKNOWN, each, message, names));
            }
        }
        ParsedText payload = structure.parsedText("payload");
        if (payload != null && !known.contains(payload.text())) {
            String message = "the payload of " + name + " names the member " + Quote.of(payload.text())
                    + ", which it does not have";
            faults.add(unknown(ProblemCode.PAYLOAD_UNKNOWN, payload, message, names));
        }
        List<ParsedMember> complete = new ArrayList<>();
        for (ParsedMember member : members) {
            boolean isPayload = payload != null && payload.text().equals(member.name());
            if (isPayload && member.binding() != Binding.BODY) {
                faults.add(new ParsedFault(
                        ProblemCode.PAYLOAD_BOUND,
                        member.pointer(),
                        "member " + Quote.of(member.name()) + " of " + name
                                + " is the payload, but has a location of its own too",
                        "remove its \"location\", or \"payload\" from the shape"));
            }
            complete.add(member.with(required.contains(member.name()), isPayload ? Binding.PAYLOAD : member.binding()));
        }
        return new MessageTraits(complete, faults);
    }

    private static ParsedFault unknown(ProblemCode code, ParsedText name, String message, List<String> names) {
        @Nullable String hint = Suggestions.didYouMeanOr(name.text(), names, "it has");
        return new ParsedFault(code, name.pointer(), message, hint);
    }
}
