package dev.whittle.maven.generation;

/** Where the user reads. */
public interface Console {
    /** Whether the user asked for every detail; those who tell them ask first, since putting them together takes time. */
    boolean isDetailed();

    /** Says a detail. */
    void detail(String message);

    /** Says what was done. */
    void info(String message);

    /** Says what is doubtful. */
    void warn(String message);

    /** Says what is wrong. */
    void error(String message);
}
