/** Responses that come in pages, and what is on the pages, without a loop over tokens. */
@NullMarked
package dev.whittle.runtime.paginate;

import org.jspecify.annotations.NullMarked;
