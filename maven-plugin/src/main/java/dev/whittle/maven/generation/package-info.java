/** What the goals do, told without Maven. */
@NullMarked
package dev.whittle.maven.generation;

import org.jspecify.annotations.NullMarked;
