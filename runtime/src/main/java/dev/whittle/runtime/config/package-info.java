/** Where a client finds the settings that its builder was not given. */
@NullMarked
package dev.whittle.runtime.config;

import org.jspecify.annotations.NullMarked;
