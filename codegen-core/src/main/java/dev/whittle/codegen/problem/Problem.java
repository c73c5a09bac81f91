package dev.whittle.codegen.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a model.
 *
 * @param severity whether it stops the generation
 * @param code a stable code such as {@code SVC0103}, listed in the troubleshooting page
 * @param message what is wrong, without the place
 * @param location where
 * @param hint what to do about it, or {@code null} where nothing helpful is known
 */
public record Problem(
        Severity severity,
        String code,
        String message,
        Location location,
        @Nullable String hint) {

    /** The problem in one line, with a second one for the hint; the form is javac's, so that tools link it. */
    public String text() {
        StringBuilder text = new StringBuilder(160);
        text.append(location).append(' ').append(code).append(' ').append(message);
        if (!location.pointer().isEmpty()) {
            text.append(" at ").append(location.pointer());
        }
        if (hint != null) {
            text.append("\n        hint: ").append(hint);
        }
        return text.toString();
    }
}
