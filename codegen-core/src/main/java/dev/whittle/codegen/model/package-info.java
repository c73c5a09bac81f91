/** A service as the generator sees it: linked, validated, immutable, and the same for every model language. */
@NullMarked
package dev.whittle.codegen.model;

import org.jspecify.annotations.NullMarked;
