package dev.whittle.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * A member of a structure or union, or the element of a list or map.
 *
 * @param name the name as the model writes it
 * @param target the shape of its values
 * @param pointer where the model file defines it: a JSON pointer
 * @param documentation what the model says of it, as HTML; empty when it says nothing
 * @param required whether a value must be there; a value with a default always is
 * @param location where in an HTTP message it travels
 * @param wireName the name that the model gives it on the wire, {@code null} where it says nothing
 * @param jsonName the name that it has in JSON, in protocols that have such names, {@code null} where the model gives none
 * @param xml what the model says of it for XML and forms
 * @param timestampFormat how a timestamp is written here, {@code null} where the member says nothing
 * @param defaultValue the value that it has in a structure where none is given, {@code null} for none
 * @param idempotencyToken whether the client fills it in when the caller does not
 * @param sensitive whether the value must not be shown
 * @param deprecated why it should not be used any more, empty without a reason, {@code null} when it is not deprecated
 * @param jsonValue whether a string holds JSON, which travels as Base64 in a header
 * @param hostLabel whether the value is part of the host name
 * @param streaming what kind of stream it is
 * @param eventPart the part of an event where it travels; of no meaning if its structure is not an event
 * @param supplement what clients do with it although the model does not say so
 */
public record Member(
        String name,
        ShapeId target,
        String pointer,
        String documentation,
        boolean required,
        HttpLocation location,
        @Nullable String wireName,
        @Nullable String jsonName,
        XmlTraits xml,
        @Nullable TimestampFormat timestampFormat,
        @Nullable DefaultValue defaultValue,
        boolean idempotencyToken,
        boolean sensitive,
        @Nullable String deprecated,
        boolean jsonValue,
        boolean hostLabel,
        Streaming streaming,
        EventPart eventPart,
        MemberSupplement supplement) {

    /** The same member with what is known of it beside the model. What the client fills in need not be set. */
    public Member with(MemberSupplement other) {
        return new Member(
                name,
                target,
                pointer,
                documentation,
                required && other.whenAbsent() == null,
                location,
                wireName,
                jsonName,
                xml,
                timestampFormat,
                defaultValue,
                idempotencyToken,
                sensitive,
                deprecated,
                jsonValue,
                hostLabel,
                streaming,
                eventPart,
                other);
    }

    /** The name on the wire: the given one, else the name of the member. */
    public String nameOnWire() {
        return wireName == null ? name : wireName;
    }

    /** The name as a property of a body; a name for another place in a message does not count there. */
    public String propertyName() {
        return location == HttpLocation.BODY ? nameOnWire() : name;
    }

    /** Whether it is a stream, of bytes or of events. */
    public boolean isStream() {
        return streaming != Streaming.NONE;
    }

    /** The kinds of stream. */
    public enum Streaming {
        /** An ordinary value. */
        NONE,
        /** Bytes. */
        BYTES,
        /** Bytes of which the service must know the number before they begin. */
        BYTES_OF_KNOWN_LENGTH,
        /** Events: the members of a union, one after another. */
        EVENTS
    }

    /** The parts of an event. */
    public enum EventPart {
        /** A property of the payload. */
        PROPERTY,
        /** A header. */
        HEADER,
        /** All of the payload. */
        PAYLOAD
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
