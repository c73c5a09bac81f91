/** Turns a service model into the sources of a Java client. */
@NullMarked
package dev.whittle.codegen;

import org.jspecify.annotations.NullMarked;
