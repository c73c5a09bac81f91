/** Tests of reports: their text, and that nothing from a model can break it. */
@NullMarked
package dev.whittle.codegen.report;

import org.jspecify.annotations.NullMarked;
