package dev.whittle.maven.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which artifact holds a model.
 *
 * @param groupId its group
 * @param artifactId its name in the group
 * @param extension {@code jar}, {@code zip} or {@code json}
 * @param classifier its classifier, empty for none
 * @param version its version, {@code null} to take it from the project
 */
public record ArtifactCoordinates(
        String groupId,
        String artifactId,
        String extension,
        String classifier,
        @Nullable String version) {
    private static final List<String> EXTENSIONS = List.of("jar", "zip", "json");

    /**
     * Reads {@code g:a[:ext[:classifier]][:v]}. A third part is the extension if it is one of {@code jar}, {@code zip}
     * and {@code json}, else the version; a fourth part is the version if it begins with a digit, else the classifier.
     * With five parts, of which the classifier may be empty, nothing is left to guess.
     *
     * @throws MisconfigurationException if the text is not of that form
     */
    public static ArtifactCoordinates parse(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length < 2 || parts.length > 5) {
            throw malformed(text, "it has " + parts.length + (parts.length == 1 ? " part" : " parts"));
        }
        for (int i = 0; i < parts.length; i++) {
            boolean mayBeEmpty = i == 3 && parts.length == 5;
            if (parts[i].isEmpty() && !mayBeEmpty) {
                throw malformed(text, "part " + (i + 1) + " is empty");
            }
            checkCharacters(text, parts[i]);
        }
        if (parts.length == 2) {
            return new ArtifactCoordinates(parts[0], parts[1], "jar", "", null);
        }
        boolean hasExtension = EXTENSIONS.contains(parts[2]);
        if (parts.length == 3) {
            return hasExtension
                    ? new ArtifactCoordinates(parts[0], parts[1], parts[2], "", null)
                    : new ArtifactCoordinates(parts[0], parts[1], "jar", "", parts[2]);
        }
        if (!hasExtension) {
            throw malformed(text, "the extension '" + parts[2] + "' is none of jar, zip and json");
        }
        if (parts.length == 5) {
            return new ArtifactCoordinates(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }
        return isDigit(parts[3].charAt(0))
                ? new ArtifactCoordinates(parts[0], parts[1], parts[2], "", parts[3])
                : new ArtifactCoordinates(parts[0], parts[1], parts[2], parts[3], null);
    }

    /** The same artifact in a version. */
    public ArtifactCoordinates withVersion(String newVersion) {
        return new ArtifactCoordinates(groupId, artifactId, extension, classifier, newVersion);
    }

    /** The same artifact without a version. */
    public ArtifactCoordinates withoutVersion() {
        return new ArtifactCoordinates(groupId, artifactId, extension, classifier, null);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(64);
        text.append(groupId).append(':').append(artifactId).append(':').append(extension);
        if (!classifier.isEmpty()) {
            text.append(':').append(classifier);
        }
        if (version != null) {
            text.append(':').append(version);
        }
        return text.toString();
    }

    private static void checkCharacters(String text, String part) {
        if (part.contains("${")) {
            throw malformed(text, "the property " + part + " is not set");
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c <= ' ' || c == '/' || c == '\\') {
                throw malformed(text, "'" + part + "' holds a space or a slash");
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static MisconfigurationException malformed(String text, String why) {
        return new MisconfigurationException("the artifact '" + text
                + "' is not of the form groupId:artifactId[:extension[:classifier]][:version]: " + why);
    }
}
