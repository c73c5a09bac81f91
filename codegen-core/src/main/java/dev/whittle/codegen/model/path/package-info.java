/** Paths into messages, checked: every step leads somewhere, and the type of every value is known. */
@NullMarked
package dev.whittle.codegen.model.path;

import org.jspecify.annotations.NullMarked;
