/** Pieces that several emitters share. */
@NullMarked
package dev.whittle.codegen.emit.part;

import org.jspecify.annotations.NullMarked;
