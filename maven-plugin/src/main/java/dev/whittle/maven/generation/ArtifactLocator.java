package dev.whittle.maven.generation;

import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.MisconfigurationException;
import java.nio.file.Path;

/** Finds artifacts. */
@FunctionalInterface
public interface ArtifactLocator {
    /**
     * The file of an artifact, or the folder of classes of another module of the build.
     *
     * @throws MisconfigurationException if there is no such artifact, or no version is known for it
     */
    Path locate(ArtifactCoordinates coordinates);
}
