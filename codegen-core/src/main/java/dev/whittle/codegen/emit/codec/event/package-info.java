/** Codecs of events: their headers and payloads. */
@NullMarked
package dev.whittle.codegen.emit.codec.event;

import org.jspecify.annotations.NullMarked;
