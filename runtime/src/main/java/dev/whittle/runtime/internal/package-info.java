/** Shared by the packages of the runtime; not exported. */
@NullMarked
package dev.whittle.runtime.internal;

import org.jspecify.annotations.NullMarked;
