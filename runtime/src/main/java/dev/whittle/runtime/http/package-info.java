/** HTTP as the pipeline sees it, and the transports that carry it. */
@NullMarked
package dev.whittle.runtime.http;

import org.jspecify.annotations.NullMarked;
