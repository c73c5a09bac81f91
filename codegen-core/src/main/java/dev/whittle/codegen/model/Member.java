package dev.whittle.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * A member of a structure or union, or the element of a list or map.
 *
 * @param name the name as the model writes it
 * @param target the shape of its values
 * @param pointer where the model file defines it: a JSON pointer
 * @param documentation what the model says of it, as HTML; empty when it says nothing
 * @param required whether a value must be there
 * @param location where in an HTTP message it travels
 * @param wireName the name that the model gives it on the wire, {@code null} where it says nothing
 * @param timestampFormat how a timestamp is written here, {@code null} where the member says nothing
 * @param idempotencyToken whether the client fills it in when the caller does not
 * @param sensitive whether the value must not be shown
 * @param deprecated why it should not be used any more, empty without a reason, {@code null} when it is not deprecated
 * @param jsonValue whether a string holds JSON, which travels as Base64 in a header
 * @param hostLabel whether the value is part of the host name
 * @param streaming whether it is a stream
 */
public record Member(
        String name,
        ShapeId target,
        String pointer,
        String documentation,
        boolean required,
        HttpLocation location,
        @Nullable String wireName,
        @Nullable TimestampFormat timestampFormat,
        boolean idempotencyToken,
        boolean sensitive,
        @Nullable String deprecated,
        boolean jsonValue,
        boolean hostLabel,
        boolean streaming) {

    /** The name on the wire: the given one, else the name of the member. */
    public String nameOnWire() {
        return wireName == null ? name : wireName;
    }

    /** The name as a property of a body; a name for another place in a message does not count there. */
    public String propertyName() {
        return location == HttpLocation.BODY ? nameOnWire() : name;
    }

    /** Where in an HTTP message a member travels. */
    public enum HttpLocation {
        BODY,
        URI,
        QUERY,
        HEADER,
        PREFIX_HEADERS,
        STATUS
    }
}
