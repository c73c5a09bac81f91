/** Finds the region of a client whose builder was not given one. Not exported. */
@NullMarked
package dev.whittle.runtime.region;

import org.jspecify.annotations.NullMarked;
