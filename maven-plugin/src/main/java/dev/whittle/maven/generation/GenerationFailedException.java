package dev.whittle.maven.generation;

/**
 * A model that cannot be generated from, files that stand in the way, or a change that is not allowed. The message is for the
 * user.
 */
public final class GenerationFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** One failure. */
    public GenerationFailedException(String message) {
        super(message);
    }
}
