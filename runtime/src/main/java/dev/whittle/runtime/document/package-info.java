/** Free-form JSON-like values, as a document member or an unknown union member holds them. */
@NullMarked
package dev.whittle.runtime.document;

import org.jspecify.annotations.NullMarked;
