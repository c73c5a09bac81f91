/** What every generated client shares. */
@NullMarked
package dev.whittle.runtime;

import org.jspecify.annotations.NullMarked;
