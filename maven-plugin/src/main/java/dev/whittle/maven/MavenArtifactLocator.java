package dev.whittle.maven;

import dev.whittle.maven.generation.ArtifactLocator;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the one artifact that is asked for, not all dependencies of the project: the repository system knows the
 * other modules of the build as well, and a goal that needs no artifact costs nothing.
 */
final class MavenArtifactLocator implements ArtifactLocator {
    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<MavenProject> modules;
    private final MavenProject project;

    /**
     * A locator for one module.
     *
     * @param modules all modules of the build
     * @param project the one that needs the artifacts
     */
    MavenArtifactLocator(
            RepositorySystem repositories,
            RepositorySystemSession session,
            List<MavenProject> modules,
            MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.modules = modules;
        this.project = project;
    }

    @Override
    public Path locate(ArtifactCoordinates coordinates) {
        boolean sibling = isModuleOfThisBuild(coordinates);
        if (sibling && version(project.getDependencies(), coordinates) == null) {
            throw new MisconfigurationException("the artifact " + coordinates + " is a module of this build, but no"
                    + " dependency of " + project.getArtifactId()
                    + ": declare it as one, with the scope provided, so that Maven builds it first");
        }
        ArtifactCoordinates versioned = versioned(coordinates);
        try {
            return resolve(session, versioned);
        } catch (ArtifactResolutionException e) {
            throw new MisconfigurationException("the artifact " + versioned + " cannot be resolved: "
                    + (sibling
                            ? "it is a module of this build that has not been compiled; run the phase compile, or a"
                                    + " later one, for both"
                            : e.getMessage()));
        }
    }

    /** The file of an artifact, as the repository system finds it in a session. */
    Path resolve(RepositorySystemSession session, ArtifactCoordinates artifact) throws ArtifactResolutionException {
        return repositories
                .resolveArtifact(
                        session, new ArtifactRequest(artifact(artifact), project.getRemoteProjectRepositories(), null))
                .getArtifact()
                .getFile()
                .toPath();
    }

    /** An artifact that has a version. A module that is not packaged yet is found only if the type is told. */
    static Artifact artifact(ArtifactCoordinates artifact) {
        return new DefaultArtifact(
                artifact.groupId(),
                artifact.artifactId(),
                artifact.classifier(),
                artifact.extension(),
                artifact.version(),
                Map.of("type", artifact.extension()),
                (File) null);
    }

    private boolean isModuleOfThisBuild(ArtifactCoordinates coordinates) {
        for (MavenProject module : modules) {
            if (module.getGroupId().equals(coordinates.groupId())
                    && module.getArtifactId().equals(coordinates.artifactId())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The artifact with the version that the project uses of it, unless it has one.
     *
     * @throws MisconfigurationException if the project does not use it
     */
    ArtifactCoordinates versioned(ArtifactCoordinates coordinates) {
        if (coordinates.version() != null) {
            return coordinates;
        }
        String version = version(project.getDependencies(), coordinates);
        DependencyManagement management = project.getDependencyManagement();
        if (version == null && management != null) {
            version = version(management.getDependencies(), coordinates);
        }
        if (version == null) {
            throw new MisconfigurationException("the artifact " + coordinates + " has no version, and "
                    + project.getArtifactId() + " has no dependency on it, declared or managed, to take one from");
        }
        return coordinates.withVersion(version);
    }

    private static @Nullable String version(List<Dependency> dependencies, ArtifactCoordinates coordinates) {
        for (Dependency dependency : dependencies) {
            String classifier = dependency.getClassifier();
            if (dependency.getGroupId().equals(coordinates.groupId())
                    && dependency.getArtifactId().equals(coordinates.artifactId())
                    && dependency.getType().equals(coordinates.extension())
                    && (classifier == null ? "" : classifier).equals(coordinates.classifier())) {
                return dependency.getVersion();
            }
        }
        return null;
    }
}
