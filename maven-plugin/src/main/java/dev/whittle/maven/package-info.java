/** The goals: each takes its parameters from Maven, has them translated, and hands them on. */
@NullMarked
package dev.whittle.maven;

import org.jspecify.annotations.NullMarked;
