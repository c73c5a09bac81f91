/** The same calls, made by each of the clients that are compared. */
@NullMarked
package dev.whittle.benchmarks.call;

import org.jspecify.annotations.NullMarked;
