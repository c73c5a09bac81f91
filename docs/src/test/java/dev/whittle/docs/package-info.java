/** Tests of the documentation. */
@NullMarked
package dev.whittle.docs;

import org.jspecify.annotations.NullMarked;
