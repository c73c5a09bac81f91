package dev.whittle.codegen.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a model.
 *
 * @param severity whether it stops the generation
 * @param code the kind of problem
 * @param message what is wrong, without the place
 * @param location where
 * @param hint what to do about it, or {@code null} where nothing helpful is known
 */
public record Problem(
        Severity severity,
        ProblemCode code,
        String message,
        Location location,
        @Nullable String hint) {
    private static final int LONGEST_POINTER = 300;

    /**
     * The problem in one line, with a second one for the hint; the form is javac's, so that tools link it. Whatever the
     * model holds, no part of it breaks out of its line.
     */
    public String text() {
        StringBuilder text = new StringBuilder(160);
        text.append(location).append(' ').append(code.code()).append(' ').append(Quote.oneLine(message));
        String pointer = location.pointer();
        if (!pointer.isEmpty()) {
            boolean whole = pointer.length() <= LONGEST_POINTER;
            text.append(" at ").append(Quote.oneLine(whole ? pointer : pointer.substring(0, LONGEST_POINTER)));
            text.append(whole ? "" : "…");
        }
        if (hint != null) {
            text.append("\n        hint: ").append(Quote.oneLine(hint));
        }
        return text.toString();
    }
}
