/** Reading and writing members on the wire, for generated codecs. */
@NullMarked
package dev.whittle.runtime.codec;

import org.jspecify.annotations.NullMarked;
