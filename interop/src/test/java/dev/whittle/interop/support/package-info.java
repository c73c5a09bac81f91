/** What the tests share. */
@NullMarked
package dev.whittle.interop.support;

import org.jspecify.annotations.NullMarked;
