package dev.whittle.codegen.parsed;

/**
 * A known value of an integer, as written.
 *
 * @param name its name
 * @param value the value
 * @param documentation HTML; empty where the model says nothing
 */
public record ParsedNumber(String name, int value, String documentation) {}
