/** Turns emitted types into text: sorted, LF, the same bytes for the same input. */
@NullMarked
package dev.whittle.codegen.render;

import org.jspecify.annotations.NullMarked;
