/** Codecs for XML. */
@NullMarked
package dev.whittle.codegen.emit.codec.xml;

import org.jspecify.annotations.NullMarked;
