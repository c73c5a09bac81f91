package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.HashSet;
import java.util.Set;

/** An enum has values, each once. */
final class EnumRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            if (shape.kind() == ParsedShape.Kind.ENUM) {
                check(shape, problems);
            }
        }
    }

    private static void check(ParsedShape shape, Problems problems) {
        String pointer = shape.pointer() + "/enum";
        if (shape.enumValues().isEmpty()) {
            String message = "the enum " + Phrases.of(shape) + " has no values";
            problems.error(ProblemCode.ENUM_EMPTY, pointer, message, "without known values it is a plain string");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < shape.enumValues().size(); i++) {
            String value = shape.enumValues().get(i);
            if (!seen.add(value)) {
                String message = "the enum " + Phrases.of(shape) + " has the value " + Quote.of(value) + " twice";
                problems.error(ProblemCode.ENUM_DUPLICATE, pointer + "/" + i, message, null);
            }
        }
    }
}
