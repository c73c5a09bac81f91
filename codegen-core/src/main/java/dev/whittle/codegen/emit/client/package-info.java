/** Clients, and what belongs to them: paginators, waiters and presigners. */
@NullMarked
package dev.whittle.codegen.emit.client;

import org.jspecify.annotations.NullMarked;
