/** Finds the code that uses the elements of a client, in class files. */
@NullMarked
package dev.whittle.maven.usage;

import org.jspecify.annotations.NullMarked;
