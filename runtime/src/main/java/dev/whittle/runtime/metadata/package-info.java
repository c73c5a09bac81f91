/** The metadata service of the machine, and the small requests that ask it and others for credentials. Not exported. */
@NullMarked
package dev.whittle.runtime.metadata;

import org.jspecify.annotations.NullMarked;
