/** Codecs: the classes that read and write what travels in bodies, and which format they have. */
@NullMarked
package dev.whittle.codegen.emit.codec;

import org.jspecify.annotations.NullMarked;
