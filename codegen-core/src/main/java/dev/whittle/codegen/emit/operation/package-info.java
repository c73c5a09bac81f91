/** Operations: how an input becomes a request, and a response an output or an error. */
@NullMarked
package dev.whittle.codegen.emit.operation;

import org.jspecify.annotations.NullMarked;
