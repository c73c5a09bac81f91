/** Where a call goes: regions, partitions and endpoints. */
@NullMarked
package dev.whittle.runtime.endpoint;

import org.jspecify.annotations.NullMarked;
