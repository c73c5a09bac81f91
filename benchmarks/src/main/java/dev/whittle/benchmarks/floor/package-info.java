/** The floor: the least code that can make these two calls, written by hand. No retries, no errors, no checks. */
@NullMarked
package dev.whittle.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
