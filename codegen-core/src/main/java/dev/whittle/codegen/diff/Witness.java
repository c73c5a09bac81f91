package dev.whittle.codegen.diff;

/**
 * An example of what no longer works.
 *
 * @param before a line of Java, or JSON of a message, that worked before the change
 * @param after what to write instead
 */
public record Witness(String before, String after) {}
