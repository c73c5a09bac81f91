/** Whole processes measured from outside, and the page that the results are written to. */
@NullMarked
package dev.whittle.benchmarks.process;

import org.jspecify.annotations.NullMarked;
