package dev.whittle.maven.generation;

/** A model that cannot be generated from, or files that stand in the way. The message is for the user. */
public final class GenerationFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    GenerationFailedException(String message) {
        super(message);
    }
}
