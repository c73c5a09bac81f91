/** Where each member travels on the wire, and how it is written; the only place that knows protocols apart. */
@NullMarked
package dev.whittle.codegen.protocol;

import org.jspecify.annotations.NullMarked;
