/** Everything that a call can throw. */
@NullMarked
package dev.whittle.runtime.error;

import org.jspecify.annotations.NullMarked;
