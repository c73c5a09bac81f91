package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedFault;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.Problems;

/** The shapes that are wanted are written as their format asks. */
final class FaultRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            for (ParsedFault fault : shape.faults()) {
                problems.error(fault.code(), fault.pointer(), fault.message(), fault.hint());
            }
        }
    }
}
