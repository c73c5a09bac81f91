/** A service model as its file says it: references are names that nobody has looked up yet. */
@NullMarked
package dev.whittle.codegen.parsed;

import org.jspecify.annotations.NullMarked;
