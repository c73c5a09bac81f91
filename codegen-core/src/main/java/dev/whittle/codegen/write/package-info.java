/** Brings a directory up to date with what was generated, touching nothing else. */
@NullMarked
package dev.whittle.codegen.write;

import org.jspecify.annotations.NullMarked;
