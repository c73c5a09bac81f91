package dev.whittle.codegen.link.rule;

import java.util.List;

/** Every rule that a model must keep. */
public final class Rules {
    /** The rules, in the order in which they are checked; none depends on another. */
    public static final List<Rule> ALL = List.of(new ProtocolRule(), new ServiceNamesRule(), new ShapeReferenceRule());

    private Rules() {}
}
