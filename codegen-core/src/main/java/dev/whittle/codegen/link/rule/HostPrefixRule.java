package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes before the host of the endpoint is the beginning of a host name, and its labels are required strings. Host labels
 * in the input of an operation without a host prefix are ignored, as Smithy demands.
 *
 * @see <a href="https://smithy.io/2.0/spec/endpoint-traits.html#hostlabel-trait">Smithy host labels</a>
 */
final class HostPrefixRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            ParsedText hostPrefix = operation.hostPrefix();
            if (hostPrefix == null) {
                continue;
            }
            ParsedShape input = selection.model().shape(operation.input());
            List<String> labels = labels(operation, hostPrefix, problems);
            for (String label : labels) {
                checkBound(operation, hostPrefix, label, input, problems);
            }
            if (input != null) {
                for (ParsedMember member : input.members()) {
                    if (member.flags().hostLabel()) {
                        check(operation, member, labels, selection, problems);
                    }
                }
            }
        }
    }

    private static List<String> labels(ParsedOperation operation, ParsedText hostPrefix, Problems problems) {
        List<String> labels = new ArrayList<>();
        String prefix = hostPrefix.text();
        for (int i = 0; i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            int close = c == '{' ? prefix.indexOf('}', i) : -1;
            if (close > i + 1) {
                labels.add(prefix.substring(i + 1, close));
                i = close;
            } else if (!isHostCharacter(c)) {
                problems.error(
                        ProblemCode.HOST_LABEL,
                        hostPrefix.pointer(),
                        Phrases.of(operation) + ": " + Quote.of(prefix) + " cannot be the beginning of a host name",
                        null);
                return List.of();
            }
        }
        return labels;
    }

    private static boolean isHostCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    private static void checkBound(
            ParsedOperation operation,
            ParsedText hostPrefix,
            String label,
            @Nullable ParsedShape input,
            Problems problems) {
        ParsedMember member = input == null ? null : input.member(label);
        if (member == null || !member.flags().hostLabel()) {
            problems.error(
                    ProblemCode.HOST_LABEL,
                    hostPrefix.pointer(),
                    Phrases.of(operation) + ": label {" + Quote.shortened(label)
                            + "} of the host prefix is bound by no member",
                    member == null
                            ? null
                            : "mark member " + Quote.of(label) + " with "
                                    + problems.dialect().hostLabel());
        }
    }

    private static void check(
            ParsedOperation operation,
            ParsedMember member,
            List<String> labels,
            Selection selection,
            Problems problems) {
        String what = Phrases.of(operation) + ": member " + Quote.of(member.name()) + " is a host label";
        if (!labels.contains(member.name())) {
            String message = what + ", but the host prefix has no label of that name";
            problems.error(ProblemCode.HOST_LABEL, member.pointer(), message, null);
        }
        if (!member.required()) {
            problems.error(ProblemCode.HOST_LABEL, member.pointer(), what + " but is not required", null);
        }
        Kind kind = selection.kind(member.target());
        if (!kind.isText() && kind != Kind.UNKNOWN) {
            String message = what + " but is " + kind.phrase() + ", expected a string";
            problems.error(ProblemCode.HOST_LABEL, member.pointer(), message, null);
        }
    }
}
