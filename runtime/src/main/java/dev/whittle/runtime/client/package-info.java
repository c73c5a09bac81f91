/** Clients: their configuration, their operations and the pipeline that every call runs through. */
@NullMarked
package dev.whittle.runtime.client;

import org.jspecify.annotations.NullMarked;
