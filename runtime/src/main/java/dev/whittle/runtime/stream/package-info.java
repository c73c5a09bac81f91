/** Bodies and events that a call hands over piece by piece: what outputs own, and what inputs are made of. */
@NullMarked
package dev.whittle.runtime.stream;

import org.jspecify.annotations.NullMarked;
