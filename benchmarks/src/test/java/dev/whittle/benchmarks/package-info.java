@NullMarked
package dev.whittle.benchmarks;

import org.jspecify.annotations.NullMarked;
