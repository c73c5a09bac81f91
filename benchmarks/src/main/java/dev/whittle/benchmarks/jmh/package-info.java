/** JMH benchmarks: what a warm process pays. */
@NullMarked
package dev.whittle.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
