package dev.whittle.codegen.model;

/**
 * The value that a member has where none is given.
 *
 * @param kind what kind of value it is
 * @param text the value as text: of bytes in base64, of a truth value {@code true} or {@code false}, of a number in decimals;
 *     empty for collections, which are always empty
 */
public record DefaultValue(Kind kind, String text) {
    /** The kinds of values. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        LIST,
        MAP
    }
}
