/** Codecs for forms, which only requests have. */
@NullMarked
package dev.whittle.codegen.emit.codec.form;

import org.jspecify.annotations.NullMarked;
