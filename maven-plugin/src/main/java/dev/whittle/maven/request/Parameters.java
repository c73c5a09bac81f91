package dev.whittle.maven.request;

import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say what to generate, as the user wrote them; each is documented at its goal.
 *
 * @param defaultModelDirectory what {@code modelDirectory} is when the user does not set it
 */
public record Parameters(
        File defaultModelDirectory,
        File modelDirectory,
        @Nullable String modelArtifact,
        @Nullable String modelEntry,
        List<ModelParameters> models,
        @Nullable String packageName,
        @Nullable String moduleName,
        List<@Nullable String> includeOperations,
        List<@Nullable String> excludeOperations) {}
