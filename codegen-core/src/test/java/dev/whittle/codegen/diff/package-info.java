@NullMarked
package dev.whittle.codegen.diff;

import org.jspecify.annotations.NullMarked;
