/** The rules for endpoints as code. */
@NullMarked
package dev.whittle.codegen.emit.endpoint;

import org.jspecify.annotations.NullMarked;
