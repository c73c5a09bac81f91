package dev.whittle.codegen.parsed;

/**
 * The name of a shape where it is used.
 *
 * @param shape the name
 * @param pointer where it is used: a JSON pointer
 * @param xml what the model says there of the root of a body in XML
 */
public record Reference(String shape, String pointer, ParsedXml xml) {
    /** A use of which the model says nothing. */
    public Reference(String shape, String pointer) {
        this(shape, pointer, ParsedXml.NONE);
    }
}
