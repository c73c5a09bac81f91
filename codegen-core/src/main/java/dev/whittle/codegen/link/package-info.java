/** Resolves references, checks rules and keeps what the wanted operations reach. */
@NullMarked
package dev.whittle.codegen.link;

import org.jspecify.annotations.NullMarked;
