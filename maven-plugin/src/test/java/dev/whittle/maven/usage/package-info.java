/** Tests of what class files use. */
@NullMarked
package dev.whittle.maven.usage;

import org.jspecify.annotations.NullMarked;
