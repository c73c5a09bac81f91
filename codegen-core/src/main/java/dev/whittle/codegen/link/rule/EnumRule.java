package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedText;
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
            ParsedShape.Values enumeration = shape.enumeration();
            if (enumeration != null) {
                check(shape, enumeration, problems);
            }
        }
    }

    private static void check(ParsedShape shape, ParsedShape.Values enumeration, Problems problems) {
        if (enumeration.values().isEmpty()) {
            String message = "the enum " + Phrases.of(shape) + " has no values";
            problems.error(
                    ProblemCode.ENUM_EMPTY,
                    enumeration.pointer(),
                    message,
                    "without known values it is a plain string");
        }
        Set<String> seen = new HashSet<>();
        for (ParsedText each : enumeration.values()) {
            String value = each.text();
            if (!seen.add(value)) {
                String message = "the enum " + Phrases.of(shape) + " has the value " + Quote.of(value) + " twice";
                problems.error(ProblemCode.ENUM_DUPLICATE, each.pointer(), message, null);
            }
        }
    }
}
