package dev.whittle.codegen;

import dev.whittle.codegen.model.Extra;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one generation is asked for.
 *
 * @param services the services
 * @param moduleName the name of a module that exports all of them, {@code null} for no module descriptor
 * @param extras what each client is to have besides
 * @param requestIdHeaders headers of responses that identify a request, besides those that every client knows
 */
public record GenerationRequest(
        List<ServiceRequest> services, @Nullable String moduleName, Set<Extra> extras, List<String> requestIdHeaders) {
    public GenerationRequest {
        services = List.copyOf(services);
        extras = Set.copyOf(extras);
        requestIdHeaders = List.copyOf(requestIdHeaders);
    }

    /** Without headers of the services' own. */
    public GenerationRequest(List<ServiceRequest> services, @Nullable String moduleName, Set<Extra> extras) {
        this(services, moduleName, extras, List.of());
    }

    /** Nothing but the clients. */
    public GenerationRequest(List<ServiceRequest> services, @Nullable String moduleName) {
        this(services, moduleName, Set.of());
    }
}
