package dev.whittle.maven.request;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the present clients are compared with. */
public sealed interface BaselineOrigin {
    /** The word for the highest release below the present version. */
    String RELEASE = "RELEASE";

    /** The forms in which it is written, for messages. */
    String FORMS = "lock, git:<revision>, version:<version>, artifact:<coordinates> and path:<file or folder>";

    /**
     * The lock file.
     *
     * @param file its absolute path
     */
    record LockFile(Path file) implements BaselineOrigin {}

    /**
     * The models as they were in a revision of the project's git repository.
     *
     * @param revision a commit, tag or branch, in whatever form git understands
     * @param lockFile the absolute path of the lock file, which counts for models that are not in the repository
     */
    record Revision(String revision, Path lockFile) implements BaselineOrigin {}

    /**
     * The artifacts that the models come from, in another version.
     *
     * @param version the version, or {@value #RELEASE}
     */
    record OtherVersion(String version) implements BaselineOrigin {}

    /**
     * Another artifact: one with the model, or a client that has the lock file in its jar.
     *
     * @param coordinates which, with a version or {@value #RELEASE}
     * @param entry the folder or file in it, {@code null} for the usual places
     */
    record InArtifact(
            ArtifactCoordinates coordinates, @Nullable String entry) implements BaselineOrigin {}

    /**
     * A file or folder.
     *
     * @param path its absolute path
     */
    record InPath(Path path) implements BaselineOrigin {}

    /**
     * Reads a baseline.
     *
     * @param text what the user wrote
     * @param entry the entry in an artifact, {@code null} for none
     * @param lockFile the lock file of the project
     * @param base the folder from which paths count
     * @throws MisconfigurationException if it has none of the forms
     */
    static BaselineOrigin parse(String text, @Nullable String entry, Path lockFile, Path base) {
        String given = text.strip();
        int colon = given.indexOf(':');
        String kind = colon < 0 ? given : given.substring(0, colon);
        String rest = colon < 0 ? "" : given.substring(colon + 1).strip();
        BaselineOrigin origin;
        if (given.equals("lock")) {
            origin = new LockFile(lockFile);
        } else if (rest.isEmpty()) {
            throw malformed(given);
        } else if (kind.equals("git")) {
            origin = new Revision(rest, lockFile);
        } else if (kind.equals("version")) {
            origin = new OtherVersion(rest);
        } else if (kind.equals("path")) {
            origin = inPath(rest, base);
        } else if (kind.equals("artifact")) {
            origin = inArtifact(rest, entry);
        } else {
            throw malformed(given);
        }
        if (entry != null && !(origin instanceof InArtifact)) {
            throw new MisconfigurationException(
                    "baselineEntry is set, but baseline '" + given + "' is no artifact that it is an entry of");
        }
        return origin;
    }

    private static InPath inPath(String path, Path base) {
        try {
            return new InPath(base.resolve(path).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new MisconfigurationException("baseline 'path:" + path + "' is no path: " + e.getReason());
        }
    }

    private static InArtifact inArtifact(String coordinates, @Nullable String entry) {
        ArtifactCoordinates artifact;
        boolean isRelease = coordinates.endsWith(":" + RELEASE);
        try {
            artifact = ArtifactCoordinates.parse(
                    isRelease ? coordinates.substring(0, coordinates.length() - RELEASE.length() - 1) : coordinates);
        } catch (MisconfigurationException e) {
            throw new MisconfigurationException("baseline: " + e.getMessage());
        }
        if (isRelease) {
            artifact = artifact.withVersion(RELEASE);
        }
        if (artifact.version() == null) {
            throw new MisconfigurationException(
                    "baseline: the artifact " + artifact + " has no version: set one, or " + RELEASE);
        }
        return new InArtifact(artifact, entry);
    }

    private static MisconfigurationException malformed(String text) {
        return new MisconfigurationException("baseline '" + text + "' has none of the known forms: " + FORMS);
    }
}
