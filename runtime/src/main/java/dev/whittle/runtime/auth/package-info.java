/** Credentials and request signing. */
@NullMarked
package dev.whittle.runtime.auth;

import org.jspecify.annotations.NullMarked;
