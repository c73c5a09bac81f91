/** The Java API of a client as data: its types, its members, and which of them may be null. */
@NullMarked
package dev.whittle.codegen.api;

import org.jspecify.annotations.NullMarked;
