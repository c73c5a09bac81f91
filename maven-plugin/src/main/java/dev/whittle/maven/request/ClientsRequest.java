package dev.whittle.maven.request;

import dev.whittle.codegen.model.Extra;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All clients that one execution is asked for.
 *
 * @param models the models, at least one entry
 * @param moduleName the name of the module that exports the clients, {@code null} for no module descriptor
 * @param extras what each client is to have besides
 * @param requestIdHeaders headers of responses that identify a request, besides those that every client knows
 */
public record ClientsRequest(
        List<ModelRequest> models, @Nullable String moduleName, Set<Extra> extras, List<String> requestIdHeaders) {
    public ClientsRequest {
        models = List.copyOf(models);
        extras = Set.copyOf(extras);
        requestIdHeaders = List.copyOf(requestIdHeaders);
    }

    /** Without headers of the services' own. */
    public ClientsRequest(List<ModelRequest> models, @Nullable String moduleName, Set<Extra> extras) {
        this(models, moduleName, extras, List.of());
    }

    /** Nothing but the clients. */
    public ClientsRequest(List<ModelRequest> models, @Nullable String moduleName) {
        this(models, moduleName, Set.of());
    }
}
