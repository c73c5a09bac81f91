package dev.whittle.maven.check;

import dev.whittle.maven.request.ArtifactCoordinates;
import java.nio.file.Path;

/**
 * What is known of the project.
 *
 * @param groupId its group
 * @param artifactId its name in the group
 * @param version its version
 * @param base its folder
 */
public record ProjectFacts(String groupId, String artifactId, String version, Path base) {
    boolean isArtifact(ArtifactCoordinates artifact) {
        return artifact.groupId().equals(groupId) && artifact.artifactId().equals(artifactId);
    }

    /** A file as the user knows it: from the folder of the project, if it is in there. */
    String shortened(Path file) {
        return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
    }
}
