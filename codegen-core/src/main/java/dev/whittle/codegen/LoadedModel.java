package dev.whittle.codegen;

import dev.whittle.codegen.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What became of a model.
 *
 * @param service the service, {@code null} exactly when an error was reported
 * @param problems everything that was found
 */
public record LoadedModel(@Nullable LinkedService service, Problems problems) {}
