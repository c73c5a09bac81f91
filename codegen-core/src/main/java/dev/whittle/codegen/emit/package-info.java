/** One emitter per artefact: functions from the model, its wire bindings and its names to the types of JavaPoet. */
@NullMarked
package dev.whittle.codegen.emit;

import org.jspecify.annotations.NullMarked;
