package dev.whittle.maven;

import dev.whittle.maven.check.ReleasedArtifacts;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.MisconfigurationException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;

/** Finds artifacts in the repositories of a project. */
final class MavenReleases implements ReleasedArtifacts {
    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final MavenArtifactLocator locator;
    private final List<RemoteRepository> remotes;

    MavenReleases(
            RepositorySystem repositories,
            RepositorySystemSession session,
            MavenArtifactLocator locator,
            MavenProject project) {
        this.repositories = repositories;
        // Without it, the present build would respond with its own, unfinished modules.
        this.session = new DefaultRepositorySystemSession(session).setWorkspaceReader(null);
        this.locator = locator;
        this.remotes = project.getRemoteProjectRepositories();
    }

    @Override
    public ArtifactCoordinates inUse(ArtifactCoordinates coordinates) {
        return locator.versioned(coordinates);
    }

    @Override
    public String releaseBelow(ArtifactCoordinates coordinates) {
        Artifact below = MavenArtifactLocator.artifact(coordinates.withVersion("(," + coordinates.version() + ")"));
        List<Version> versions;
        try {
            versions = repositories
                    .resolveVersionRange(session, new VersionRangeRequest(below, remotes, null))
                    .getVersions();
        } catch (VersionRangeResolutionException e) {
            throw new MisconfigurationException("baseline: the versions of " + coordinates.withoutVersion()
                    + " cannot be listed: " + e.getMessage());
        }
        for (int i = versions.size() - 1; i >= 0; i--) {
            String version = versions.get(i).toString();
            if (!version.endsWith("-SNAPSHOT")) {
                return version;
            }
        }
        throw new MisconfigurationException("baseline: no release of " + coordinates.withoutVersion() + " below "
                + coordinates.version() + " is known");
    }

    @Override
    public Path locate(ArtifactCoordinates coordinates) {
        try {
            return locator.resolve(session, locator.versioned(coordinates));
        } catch (ArtifactResolutionException e) {
            throw new MisconfigurationException(
                    "baseline: the artifact " + coordinates + " cannot be resolved: " + e.getMessage());
        }
    }
}
