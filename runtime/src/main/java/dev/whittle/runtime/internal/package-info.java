/** Shared by the packages of the runtime and the transport over the JDK's client; nobody else sees it. */
@NullMarked
package dev.whittle.runtime.internal;

import org.jspecify.annotations.NullMarked;
