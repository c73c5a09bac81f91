package dev.whittle.codegen.model;

/**
 * A known value of an integer.
 *
 * @param name its name
 * @param value the value
 * @param documentation what the model says of it, as HTML; empty when it says nothing
 */
public record KnownNumber(String name, int value, String documentation) {}
