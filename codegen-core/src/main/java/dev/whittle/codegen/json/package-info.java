/** Reads model files and finds the place of a value in them. */
@NullMarked
package dev.whittle.codegen.json;

import org.jspecify.annotations.NullMarked;
