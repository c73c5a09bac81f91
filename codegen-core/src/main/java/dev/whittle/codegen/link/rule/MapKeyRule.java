package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;

/** The keys of a map are strings, as they are in JSON. */
final class MapKeyRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedShape shape : selection.shapes()) {
            ParsedMember key = shape.kind() == Kind.MAP ? shape.member("key") : null;
            Kind kind = key == null ? Kind.UNKNOWN : selection.kind(key.target());
            if (key != null && kind != Kind.UNKNOWN && !kind.isText()) {
                problems.error(
                        ProblemCode.MAP_KEY,
                        key.pointer(),
                        "the key of the map " + Phrases.of(shape) + " is " + kind.phrase() + ", expected a string",
                        null);
            }
        }
    }
}
