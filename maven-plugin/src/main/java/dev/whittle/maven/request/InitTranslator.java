package dev.whittle.maven.request;

import dev.whittle.maven.request.ModelOrigin.Folder;
import dev.whittle.maven.request.ModelOrigin.InArtifact;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of a project to start into a request, or says everything that is wrong with them at once. */
public final class InitTranslator {
    private static final Pattern MAVEN_NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    private final InitParameters parameters;
    private final List<String> faults = new ArrayList<>();

    private InitTranslator(InitParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Translates parameters. A parameter that is blank counts as not set.
     *
     * @throws MisconfigurationException naming every fault
     */
    public static InitRequest translate(InitParameters parameters) {
        return new InitTranslator(parameters).translate();
    }

    private InitRequest translate() {
        ModelOrigin origin = origin();
        String groupId = parameters.groupId().strip();
        checkMavenName("groupId", groupId);
        String artifactId = Texts.given(parameters.artifactId());
        if (artifactId != null) {
            checkMavenName("artifactId", artifactId);
        }
        String packageName = packageName(groupId);
        List<String> operations = Texts.patterns("operations", parameters.operations(), faults);
        if (origin == null || !faults.isEmpty()) {
            throw new MisconfigurationException(faults);
        }
        File directory = parameters.outputDirectory();
        return new InitRequest(
                origin,
                Texts.given(parameters.service()),
                groupId,
                artifactId,
                packageName,
                operations,
                directory == null ? null : Texts.absolute(directory));
    }

    private @Nullable ModelOrigin origin() {
        String artifact = Texts.given(parameters.modelArtifact());
        String entry = Texts.given(parameters.modelEntry());
        File file = parameters.modelFile();
        if ((artifact == null) == (file == null)) {
            faults.add(
                    artifact == null
                            ? "no model is named: set -DmodelArtifact=groupId:artifactId:version, or -DmodelFile=path"
                            : "modelArtifact and modelFile are set together: set one of them");
            return null;
        }
        if (artifact != null) {
            return inArtifact(artifact, entry);
        }
        if (entry != null) {
            faults.add("modelEntry is set without modelArtifact, the artifact that it is an entry of");
        }
        Path path = Texts.absolute(file);
        return Files.isDirectory(path) ? new Folder(path) : new SingleFile(path);
    }

    private @Nullable ModelOrigin inArtifact(String text, @Nullable String entry) {
        try {
            ArtifactCoordinates coordinates = ArtifactCoordinates.parse(text);
            if (coordinates.version() == null) {
                faults.add("modelArtifact: '" + text.strip() + "' has no version, and there is no project to take one"
                        + " from: add it behind a colon");
            }
            return new InArtifact(coordinates, entry);
        } catch (MisconfigurationException e) {
            faults.add("modelArtifact: " + e.getMessage());
            return null;
        }
    }

    private void checkMavenName(String parameter, String name) {
        if (!MAVEN_NAME.matcher(name).matches()) {
            faults.add(parameter + " '" + name + "' holds something else than letters, digits, '.', '-' and '_'");
        }
    }

    private String packageName(String groupId) {
        String given = Texts.given(parameters.packageName());
        String name = given == null ? groupId : given;
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            faults.add(
                    given == null
                            ? "groupId '" + groupId + "' is not a name that Java allows for a package: set -Dpackage"
                            : "package '" + given + "' is not a name that Java allows");
        }
        return name;
    }
}
