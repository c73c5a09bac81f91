package dev.whittle.codegen;

import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import org.jspecify.annotations.Nullable;

/**
 * One service to generate.
 *
 * @param model its model
 * @param packageName the package of its client, {@code null} to derive it from the service id
 * @param operations which of its operations are wanted
 */
public record ServiceRequest(ModelSource model, @Nullable String packageName, OperationFilter operations) {}
