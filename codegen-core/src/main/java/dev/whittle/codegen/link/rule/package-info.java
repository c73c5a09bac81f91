/** What must hold for a model, one rule a class. */
@NullMarked
package dev.whittle.codegen.link.rule;

import org.jspecify.annotations.NullMarked;
