/** Starting a project from a model: which call it makes first, and what its files say. */
@NullMarked
package dev.whittle.maven.scaffold;

import org.jspecify.annotations.NullMarked;
