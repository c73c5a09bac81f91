package dev.whittle.maven.request;

import dev.whittle.codegen.link.OperationFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models to generate clients from, in one way.
 *
 * @param origin where they are
 * @param packageName the package of the client, {@code null} to derive it from the service; only for one model
 * @param operations which operations are wanted
 * @param defaultEndpoint the URL that the client calls unless it is given another, {@code null} for none; only for one
 *     model
 * @param protocol the protocol to use of those that the service speaks, {@code null} for the best
 * @param service the service of a model that has several, {@code null} for the only one
 * @param imports artifacts with shapes that the model uses
 */
public record ModelRequest(
        ModelOrigin origin,
        @Nullable String packageName,
        OperationFilter operations,
        @Nullable String defaultEndpoint,
        @Nullable String protocol,
        @Nullable String service,
        List<ArtifactCoordinates> imports) {
    public ModelRequest {
        imports = List.copyOf(imports);
    }

    /** Models that have one service each, and everything that they use. */
    public ModelRequest(
            ModelOrigin origin,
            @Nullable String packageName,
            OperationFilter operations,
            @Nullable String defaultEndpoint) {
        this(origin, packageName, operations, defaultEndpoint, null, null, List.of());
    }

    /** Models whose clients have no default endpoint but what the model says. */
    public ModelRequest(ModelOrigin origin, @Nullable String packageName, OperationFilter operations) {
        this(origin, packageName, operations, null);
    }
}
