/** How a service speaks, as data: what emitters know of protocols. */
@NullMarked
package dev.whittle.codegen.protocol.wire;

import org.jspecify.annotations.NullMarked;
