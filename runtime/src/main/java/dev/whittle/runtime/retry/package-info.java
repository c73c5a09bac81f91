/** Whether, when and how often a failed call is tried again. */
@NullMarked
package dev.whittle.runtime.retry;

import org.jspecify.annotations.NullMarked;
