/** What runs in the measured processes: as little as can be around the code under test. */
@NullMarked
package dev.whittle.benchmarks.child;

import org.jspecify.annotations.NullMarked;
