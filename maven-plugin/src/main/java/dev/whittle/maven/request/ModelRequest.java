package dev.whittle.maven.request;

import dev.whittle.codegen.link.OperationFilter;
import org.jspecify.annotations.Nullable;

/**
 * Models to generate clients from, in one way.
 *
 * @param origin where they are
 * @param packageName the package of the client, {@code null} to derive it from the service; only for one model
 * @param operations which operations are wanted
 */
public record ModelRequest(ModelOrigin origin, @Nullable String packageName, OperationFilter operations) {}
