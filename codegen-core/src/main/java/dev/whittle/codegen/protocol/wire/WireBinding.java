package dev.whittle.codegen.protocol.wire;

/** Where in a message a member travels. */
public sealed interface WireBinding {
    /** A label of the request's path. */
    record Label() implements WireBinding {}

    /** A parameter of the query, or one for each element of a list. */
    record Query(String name) implements WireBinding {}

    /** Any number of query parameters: a map's entries. */
    record QueryMap() implements WireBinding {}

    /** A header. */
    record Header(String name) implements WireBinding {}

    /** Any number of headers with a common prefix: a map's entries. */
    record PrefixHeaders(String prefix) implements WireBinding {}

    /** The whole body. */
    record Payload() implements WireBinding {}

    /** A property of the body. */
    record Body(String name) implements WireBinding {}

    /** The status of the response. */
    record Status() implements WireBinding {}
}
