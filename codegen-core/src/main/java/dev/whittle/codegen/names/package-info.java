/** The Java name of everything that is emitted, fixed before emission. */
@NullMarked
package dev.whittle.codegen.names;

import org.jspecify.annotations.NullMarked;
