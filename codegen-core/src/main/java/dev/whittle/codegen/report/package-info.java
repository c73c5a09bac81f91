/** What a comparison of clients found, and its outputs for people and for programs. */
@NullMarked
package dev.whittle.codegen.report;

import org.jspecify.annotations.NullMarked;
