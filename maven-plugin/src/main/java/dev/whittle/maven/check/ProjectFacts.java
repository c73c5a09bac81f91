package dev.whittle.maven.check;

import dev.whittle.maven.request.ArtifactCoordinates;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the project.
 *
 * @param groupId its group
 * @param artifactId its name in the group
 * @param version its version, {@code null} without a project
 * @param base its folder
 */
public record ProjectFacts(
        String groupId, String artifactId, @Nullable String version, Path base) {
    boolean isArtifact(ArtifactCoordinates artifact) {
        return artifact.groupId().equals(groupId) && artifact.artifactId().equals(artifactId);
    }

    /**
     * The way from the top of the repository to the folder of the project, such as {@code services/orders/}; empty if they
     * are the same, or if there is no repository. What git keeps at the top of one shows which folder it is.
     */
    String folderInRepository() {
        for (Path top = base; top != null; top = top.getParent()) {
            if (Files.exists(top.resolve(".git"))) {
                String way = top.relativize(base).toString().replace('\\', '/');
                return way.isEmpty() ? "" : way + "/";
            }
        }
        return "";
    }

    /** A file as the user knows it: from the folder of the project, if it is in there. */
    String shortened(Path file) {
        return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
    }
}
