package dev.whittle.codegen.parsed;

/**
 * The name of a shape where it is used.
 *
 * @param shape the name
 * @param pointer where it is used: a JSON pointer
 */
public record Reference(String shape, String pointer) {}
