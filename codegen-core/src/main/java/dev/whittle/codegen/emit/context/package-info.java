/** What emitters read: the model, its names and types, its ways over the wire, and which codecs are used. */
@NullMarked
package dev.whittle.codegen.emit.context;

import org.jspecify.annotations.NullMarked;
