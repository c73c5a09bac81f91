package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.problem.Problems;

/** Something that must hold for a model before anything is generated from it. Rules know nothing of each other. */
@FunctionalInterface
public interface Rule {
    /** Reports every place where the rule does not hold. References may lead nowhere: that is another rule's matter. */
    void check(Selection selection, Problems problems);
}
