package dev.whittle.maven.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All clients that one execution is asked for.
 *
 * @param models the models, at least one entry
 * @param moduleName the name of the module that exports the clients, {@code null} for no module descriptor
 */
public record ClientsRequest(
        List<ModelRequest> models, @Nullable String moduleName) {
    public ClientsRequest {
        models = List.copyOf(models);
    }
}
