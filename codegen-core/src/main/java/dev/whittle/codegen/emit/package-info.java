/** All types of a client: which artefact each part of the model becomes. */
@NullMarked
package dev.whittle.codegen.emit;

import org.jspecify.annotations.NullMarked;
