/** Pieces of Java that every emitter needs: annotations, local variables, expressions. */
@NullMarked
package dev.whittle.codegen.emit.java;

import org.jspecify.annotations.NullMarked;
