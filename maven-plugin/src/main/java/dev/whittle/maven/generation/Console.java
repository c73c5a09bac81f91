package dev.whittle.maven.generation;

/** Where the user reads. */
public interface Console {
    /** Says what was done. */
    void info(String message);

    /** Says what is doubtful. */
    void warn(String message);

    /** Says what is wrong. */
    void error(String message);
}
