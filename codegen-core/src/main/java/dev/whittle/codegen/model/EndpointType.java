package dev.whittle.codegen.model;

/** The types of values in endpoint rules. */
public enum EndpointType {
    TEXT("a string"),
    FLAG("a boolean"),
    NUMBER("an integer"),
    TEXT_LIST("a list of strings"),
    PARTITION("a partition"),
    ARN("an ARN"),
    URL("a URL");

    private final String phrase;

    EndpointType(String phrase) {
        this.phrase = phrase;
    }

    /** The type with its article, as a sentence needs it. */
    public String phrase() {
        return phrase;
    }
}
