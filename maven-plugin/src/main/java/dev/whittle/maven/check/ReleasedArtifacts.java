package dev.whittle.maven.check;

import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.MisconfigurationException;
import java.nio.file.Path;

/** Finds artifacts that have been published, not those of the present build. */
public interface ReleasedArtifacts {
    /** The artifact with the version that the project uses of it. */
    ArtifactCoordinates inUse(ArtifactCoordinates coordinates);

    /**
     * The highest version below another one that is no snapshot.
     *
     * @param coordinates the artifact, with the version that is not reached
     * @throws MisconfigurationException if there is none
     */
    String releaseBelow(ArtifactCoordinates coordinates);

    /**
     * The file of an artifact.
     *
     * @throws MisconfigurationException if it cannot be found
     */
    Path locate(ArtifactCoordinates coordinates);
}
