/** Carries the calls of generated clients over the JDK's {@code java.net.http}. */
@NullMarked
package dev.whittle.transport.jdk;

import org.jspecify.annotations.NullMarked;
