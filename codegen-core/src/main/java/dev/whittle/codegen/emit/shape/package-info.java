/** Model classes: structures, unions, enums and exceptions. */
@NullMarked
package dev.whittle.codegen.emit.shape;

import org.jspecify.annotations.NullMarked;
