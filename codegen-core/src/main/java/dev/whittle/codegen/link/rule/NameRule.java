package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.Problems;

/** The names of operations, shapes and members are {@linkplain PlausibleNames plausible}. */
final class NameRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            PlausibleNames.check("an operation", operation.name(), operation.pointer(), problems);
            if (!operation.wireName().equals(operation.name())) {
                PlausibleNames.check("an operation", operation.wireName(), operation.pointer(), problems);
            }
        }
        for (ParsedShape shape : selection.shapes()) {
            PlausibleNames.check("a shape", shape.name(), shape.pointer(), problems);
            for (ParsedMember member : shape.members()) {
                PlausibleNames.check("a member", member.name(), member.pointer(), problems);
            }
        }
    }
}
