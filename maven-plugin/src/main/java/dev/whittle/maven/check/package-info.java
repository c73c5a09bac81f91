/** Compares the clients of a build with those of a baseline. */
@NullMarked
package dev.whittle.maven.check;

import org.jspecify.annotations.NullMarked;
