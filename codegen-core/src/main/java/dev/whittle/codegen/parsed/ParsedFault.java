package dev.whittle.codegen.parsed;

import dev.whittle.codegen.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a shape as its format writes it. It is a problem only if a wanted operation reaches the shape.
 *
 * @param code what kind of problem it is
 * @param pointer where it is: a JSON pointer
 * @param message what is wrong
 * @param hint what to do, {@code null} where nothing is to be said
 */
public record ParsedFault(
        ProblemCode code,
        String pointer,
        String message,
        @Nullable String hint) {}
