package dev.whittle.maven.request;

import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters that say which project to start, as the user wrote them; each is documented at the goal. */
public record InitParameters(
        @Nullable String modelArtifact,
        @Nullable String modelEntry,
        @Nullable File modelFile,
        @Nullable String service,
        String groupId,
        @Nullable String artifactId,
        @Nullable String packageName,
        List<@Nullable String> operations,
        @Nullable File outputDirectory) {}
