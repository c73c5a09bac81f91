/** Clients of the models that AWS has published. */
@NullMarked
package dev.whittle.codegen.corpus;

import org.jspecify.annotations.NullMarked;
