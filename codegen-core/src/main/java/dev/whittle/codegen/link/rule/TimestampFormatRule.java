package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** A timestamp format is given to timestamps only; on anything else the model means something that it does not say. */
final class TimestampFormatRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            if (shape.timestampFormat() != null) {
                check(shape.pointer(), Phrases.of(shape), shape.kind(), problems);
            }
            for (ParsedMember member : shape.members()) {
                if (member.timestampFormat() != null) {
                    Kind kind = selection.kind(member.target());
                    check(member.pointer(), Phrases.of(member, shape), kind, problems);
                }
            }
        }
    }

    private static void check(String pointer, String what, Kind kind, Problems problems) {
        if (kind != Kind.TIMESTAMP && kind != Kind.UNKNOWN) {
            String message = what + " has a timestamp format but is " + kind.phrase();
            problems.error(ProblemCode.TIMESTAMP_TARGET, pointer, message, null);
        }
    }
}
