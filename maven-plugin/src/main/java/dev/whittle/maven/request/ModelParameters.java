package dev.whittle.maven.request;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <model>} of the parameter {@code models}. Exactly one of {@code file}, {@code directory} and
 * {@code artifact} says where the model is; the rest is optional. Maven sets the fields by their names.
 */
public final class ModelParameters {
    /** A model file, of any name. */
    @Nullable
    File file;

    /** A folder that holds a {@code service-2.json} with its siblings or files of Smithy, or one such folder a service. */
    @Nullable
    File directory;

    /** An artifact that holds the model, {@code groupId:artifactId[:extension[:classifier]][:version]}. */
    @Nullable
    String artifact;

    /** The folder or the model file inside the artifact. */
    @Nullable
    String entry;

    /** The service of a model that has several, by its name or its whole id. */
    @Nullable
    String service;

    /** The protocol to use of those that the service speaks. */
    @Nullable
    String protocol;

    /** Artifacts with shapes of Smithy that the model uses, written like {@code artifact}. */
    List<@Nullable String> imports = new ArrayList<>();

    /** The package of the client. */
    @Nullable
    String packageName;

    /** The URL that the client calls unless it is given another. */
    @Nullable
    String defaultEndpoint;

    /** Operations to generate, by name or by a pattern with {@code *} and {@code ?}. */
    List<@Nullable String> includeOperations = new ArrayList<>();

    /** Operations to leave out, by name or by a pattern with {@code *} and {@code ?}. */
    List<@Nullable String> excludeOperations = new ArrayList<>();

    /** Called by Maven for each {@code <model>}. */
    public ModelParameters() {}
}
