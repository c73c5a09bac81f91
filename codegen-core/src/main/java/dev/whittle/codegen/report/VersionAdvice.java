package dev.whittle.codegen.report;

import org.jspecify.annotations.Nullable;

/**
 * What changes mean for the version of the artifact with the client, by Semantic Versioning 2.0.0.
 *
 * @param before the version of the baseline
 * @param present the version of the project
 * @param needed the part that has to increase
 * @param promised the part that increased, {@code null} if none did
 * @param next the lowest version that promises enough
 * @param isEnough whether the project's version promises enough
 * @param isRequired whether a version that promises too little fails the build
 */
public record VersionAdvice(
        String before,
        String present,
        Step needed,
        @Nullable Step promised,
        String next,
        boolean isEnough,
        boolean isRequired) {
    /** A part of a version, from the last. */
    public enum Step {
        /** Nothing that users write or compile against changes. */
        PATCH,
        /** Something is added, or something may break that ordinarily does not. */
        MINOR,
        /** Something breaks. */
        MAJOR
    }

    /** Whether the project's version fails the build. */
    public boolean fails() {
        return isRequired && !isEnough;
    }
}
