/** What codecs have in common whatever their format is, and what each format adds. */
@NullMarked
package dev.whittle.codegen.emit.codec.format;

import org.jspecify.annotations.NullMarked;
