/** Reads models in AWS's C2J form: {@code service-2.json} and its siblings. */
@NullMarked
package dev.whittle.codegen.c2j;

import org.jspecify.annotations.NullMarked;
