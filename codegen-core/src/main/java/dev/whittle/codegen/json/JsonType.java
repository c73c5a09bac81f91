package dev.whittle.codegen.json;

/** The kinds of JSON value. */
public enum JsonType {
    OBJECT("an object"),
    ARRAY("an array"),
    STRING("a string"),
    BOOLEAN("a boolean"),
    /** A number that is an {@code int}. */
    INTEGER("an integer"),
    /** Any other number. */
    NUMBER("a number"),
    NULL("null");

    private final String phrase;

    JsonType(String phrase) {
        this.phrase = phrase;
    }

    /** The kind with its article, as a sentence needs it. */
    public String phrase() {
        return phrase;
    }
}
