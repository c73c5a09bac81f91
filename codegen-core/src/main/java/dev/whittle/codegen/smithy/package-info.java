/** Reads models in Smithy's forms: its language, and its abstract syntax tree in JSON. */
@NullMarked
package dev.whittle.codegen.smithy;

import org.jspecify.annotations.NullMarked;
