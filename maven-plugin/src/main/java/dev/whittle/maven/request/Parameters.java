package dev.whittle.maven.request;

import dev.whittle.codegen.model.Extra;
import java.io.File;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say what to generate, as the user wrote them; each is documented at its goal.
 *
 * @param defaultModelDirectory what {@code modelDirectory} is when the user does not set it
 * @param extras those whose own parameters are true
 * @param requestIdHeaders headers of responses that identify a request
 */
public record Parameters(
        File defaultModelDirectory,
        File modelDirectory,
        @Nullable String modelArtifact,
        @Nullable String modelEntry,
        List<ModelParameters> models,
        @Nullable String service,
        @Nullable String protocol,
        List<@Nullable String> imports,
        @Nullable String packageName,
        @Nullable String defaultEndpoint,
        @Nullable String moduleName,
        List<@Nullable String> includeOperations,
        List<@Nullable String> excludeOperations,
        Set<Extra> extras,
        List<@Nullable String> requestIdHeaders) {}
