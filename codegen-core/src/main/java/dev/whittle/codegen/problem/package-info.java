/** What can be wrong with a model, where, and how it is said. */
@NullMarked
package dev.whittle.codegen.problem;

import org.jspecify.annotations.NullMarked;
