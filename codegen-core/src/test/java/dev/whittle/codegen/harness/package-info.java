/** What the tests of the generator share: generating from a text, and compiling in memory. */
@NullMarked
package dev.whittle.codegen.harness;

import org.jspecify.annotations.NullMarked;
