package dev.whittle.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one generation is asked for.
 *
 * @param services the services
 * @param moduleName the name of a module that exports all of them, {@code null} for no module descriptor
 */
public record GenerationRequest(
        List<ServiceRequest> services, @Nullable String moduleName) {
    public GenerationRequest {
        services = List.copyOf(services);
    }
}
