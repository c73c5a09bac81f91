/** Checksums that requests carry beside their signature. */
@NullMarked
package dev.whittle.runtime.checksum;

import org.jspecify.annotations.NullMarked;
