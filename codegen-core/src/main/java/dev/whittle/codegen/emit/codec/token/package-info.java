/** Codecs for formats that are read token by token, such as JSON. */
@NullMarked
package dev.whittle.codegen.emit.codec.token;

import org.jspecify.annotations.NullMarked;
