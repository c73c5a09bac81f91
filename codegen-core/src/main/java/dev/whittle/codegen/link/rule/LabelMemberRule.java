package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member that is bound to a label of the request URI is required, is one simple value, and has it to itself. */
final class LabelMemberRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape input : selection.inputs()) {
            Set<String> required = input.requiredNames();
            Map<String, ParsedMember> seen = new HashMap<>();
            for (ParsedMember member : input.members()) {
                if (member.location() == Location.URI) {
                    checkAlone(member, seen.putIfAbsent(member.nameOnWire(), member), input, problems);
                    check(member, input, required.contains(member.name()), selection, problems);
                }
            }
        }
    }

    private static void checkAlone(
            ParsedMember member, @Nullable ParsedMember first, ParsedShape input, Problems problems) {
        if (first != null) {
            problems.error(
                    ProblemCode.LABEL_DUPLICATE,
                    member.pointer(),
                    Phrases.of(member, input) + " is bound to label {" + Quote.shortened(member.nameOnWire())
                            + "}, and so is member " + Quote.of(first.name()),
                    null);
        }
    }

    private static void check(
            ParsedMember member, ParsedShape input, boolean required, Selection selection, Problems problems) {
        String what = Phrases.of(member, input) + " is bound to a label of the request URI";
        if (!required) {
            problems.error(
                    ProblemCode.LABEL_OPTIONAL,
                    member.pointer(),
                    what + " but is not required",
                    problems.dialect().makeRequired() + ": the URI needs it");
        }
        Kind kind = selection.kind(member.target());
        if (!kind.isScalar() && kind != Kind.UNKNOWN) {
            String message = what + " but is " + kind.phrase() + ", expected a simple value";
            problems.error(ProblemCode.LABEL_TARGET, member.pointer(), message, null);
        }
    }
}
