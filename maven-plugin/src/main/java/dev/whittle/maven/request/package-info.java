/** What the user asks for: parameters as written, and the checked request that they are translated into. */
@NullMarked
package dev.whittle.maven.request;

import org.jspecify.annotations.NullMarked;
