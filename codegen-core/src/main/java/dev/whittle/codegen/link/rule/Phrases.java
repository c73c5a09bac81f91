package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.Quote;

/** How messages name the parts of a model. */
final class Phrases {
    private Phrases() {}

    static String of(ParsedOperation operation) {
        return "operation " + Quote.shortened(operation.name());
    }

    static String of(ParsedShape shape) {
        return Quote.shortened(shape.name());
    }

    static String of(ParsedMember member, ParsedShape shape) {
        return "member " + Quote.of(member.name()) + " of " + Quote.shortened(shape.name());
    }
}
