/** The paths of paginators and waiters as loops and conditions. */
@NullMarked
package dev.whittle.codegen.emit.jmespath;

import org.jspecify.annotations.NullMarked;
