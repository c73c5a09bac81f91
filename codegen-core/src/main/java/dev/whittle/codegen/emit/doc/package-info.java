/** Javadoc: the documentation of a model as comments. */
@NullMarked
package dev.whittle.codegen.emit.doc;

import org.jspecify.annotations.NullMarked;
