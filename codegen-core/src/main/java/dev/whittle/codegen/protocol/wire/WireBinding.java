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

    /** The whole body, or the whole payload of an event. */
    record Payload() implements WireBinding {}

    /** The whole body, as the root of XML whatever its shape is. */
    record Root() implements WireBinding {}

    /** The whole body, as a stream of bytes. */
    record Stream() implements WireBinding {}

    /** The whole body, as a stream of events. */
    record Events() implements WireBinding {}

    /** A header of an event. */
    record EventHeader(String name) implements WireBinding {}

    /** A property of the body. */
    record Body(String name) implements WireBinding {}

    /** The status of the response. */
    record Status() implements WireBinding {}

    /** Whether it is a part of the body, or all of it. */
    default boolean isInBody() {
        return this instanceof Body
                || this instanceof Payload
                || this instanceof Root
                || this instanceof Stream
                || this instanceof Events;
    }
}
