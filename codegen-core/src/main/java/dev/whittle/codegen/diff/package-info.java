/** Compares the clients of two models: what changes for their users, at the compiler, at run time and on the wire. */
@NullMarked
package dev.whittle.codegen.diff;

import org.jspecify.annotations.NullMarked;
