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
 * @param defaultEndpoint the URL that its client calls unless it is given another, {@code null} for what the model says
 * @param protocol which of the protocols that the service speaks, by the id of its trait, the name in that id, or the word
 *     that the format has for it; {@code null} for the best
 * @param service which service of the model, by its name or its whole id; {@code null} where the model has only one
 */
public record ServiceRequest(
        ModelSource model,
        @Nullable String packageName,
        OperationFilter operations,
        @Nullable String defaultEndpoint,
        @Nullable String protocol,
        @Nullable String service) {
    /** The only service of its model. */
    public ServiceRequest(
            ModelSource model,
            @Nullable String packageName,
            OperationFilter operations,
            @Nullable String defaultEndpoint) {
        this(model, packageName, operations, defaultEndpoint, null, null);
    }

    /** A service whose client has no default endpoint but what the model says. */
    public ServiceRequest(ModelSource model, @Nullable String packageName, OperationFilter operations) {
        this(model, packageName, operations, null);
    }

    /** The same for another model. */
    public ServiceRequest withModel(ModelSource other) {
        return new ServiceRequest(other, packageName, operations, defaultEndpoint, protocol, service);
    }
}
