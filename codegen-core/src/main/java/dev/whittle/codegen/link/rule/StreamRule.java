package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.Reference;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stream is a blob or an event stream, and the only stream of an operation's input or output. */
final class StreamRule implements Rule {
    private static final String PLACE = "only a member of an input or output can be a stream";

    @Override
    public void check(Selection selection, Problems problems) {
        Set<String> messages = new HashSet<>();
        for (ParsedOperation operation : selection.operations()) {
            add(operation.input(), messages);
            add(operation.output(), messages);
        }
        for (ParsedShape shape : selection.shapes()) {
            ParsedMember first = null;
            for (ParsedMember member : shape.members()) {
                if (selection.model().isStream(member)) {
                    check(member, first, shape, messages, selection, problems);
                    first = first == null ? member : first;
                } else if (messages.contains(member.target())) {
                    checkHolder(member, shape, selection, problems);
                }
            }
        }
    }

    private static void add(@Nullable Reference use, Set<String> messages) {
        if (use != null) {
            messages.add(use.shape());
        }
    }

    private static void check(
            ParsedMember member,
            @Nullable ParsedMember first,
            ParsedShape owner,
            Set<String> messages,
            Selection selection,
            Problems problems) {
        String what = Phrases.of(member, owner) + " is a stream";
        ParsedShape target = selection.shape(member.target());
        if (target == null || target.kind() == Kind.UNKNOWN) {
            return;
        }
        if (target.kind() != Kind.BLOB && !target.flags().eventStream()) {
            String message = what + " but is " + target.kind().phrase() + ", expected a blob or an event stream";
            problems.error(ProblemCode.STREAM_TARGET, member.pointer(), message, null);
        }
        if (!messages.contains(owner.name())) {
            problems.error(
                    ProblemCode.STREAM_PLACE,
                    member.pointer(),
                    what + ", but " + Phrases.of(owner) + " is neither the input nor the output of an operation",
                    PLACE);
        } else if (first != null) {
            String message = what + ", and so is member " + Quote.of(first.name());
            problems.error(ProblemCode.STREAM_DUPLICATE, member.pointer(), message, "a message has one body");
        }
    }

    /** A value cannot hold an input or output that has a stream. */
    private static void checkHolder(ParsedMember member, ParsedShape owner, Selection selection, Problems problems) {
        ParsedShape message = selection.shape(member.target());
        if (message == null) {
            return;
        }
        for (ParsedMember each : message.members()) {
            if (selection.model().isStream(each)) {
                problems.error(
                        ProblemCode.STREAM_PLACE,
                        member.pointer(),
                        Phrases.of(member, owner) + " holds " + Phrases.of(message) + ", whose member "
                                + Quote.of(each.name()) + " is a stream",
                        PLACE);
                return;
            }
        }
    }
}
