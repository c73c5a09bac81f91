package dev.whittle.maven.request;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where models come from. */
public sealed interface ModelOrigin {
    /**
     * A folder that holds a model, or folders that hold one each.
     *
     * @param path its absolute path
     */
    record Folder(Path path) implements ModelOrigin {}

    /**
     * One model file.
     *
     * @param path its absolute path
     */
    record SingleFile(Path path) implements ModelOrigin {}

    /**
     * An artifact of a repository or of another module of the build.
     *
     * @param coordinates which
     * @param entry the folder or file in it, {@code null} for every model below {@code META-INF/service-model},
     *     else the model of Smithy that {@code META-INF/smithy/manifest} lists
     */
    record InArtifact(
            ArtifactCoordinates coordinates, @Nullable String entry) implements ModelOrigin {}
}
