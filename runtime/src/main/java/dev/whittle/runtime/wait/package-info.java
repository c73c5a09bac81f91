/** Waiting for a service to get where the caller wants it, without a loop over calls. */
@NullMarked
package dev.whittle.runtime.wait;

import org.jspecify.annotations.NullMarked;
