package dev.whittle.codegen.parsed;

/**
 * A text of a model that names something, or is an expression.
 *
 * @param text the text
 * @param pointer where it stands, as {@code JsonValue.pointer()} says it
 */
public record ParsedText(String text, String pointer) {}
