package dev.whittle.codegen.parsed;

import org.jspecify.annotations.Nullable;

/**
 * A member of a structure or union, the element of a list, the key or the value of a map; as written.
 *
 * @param name its name; {@code member}, {@code key} or {@code value} in a list or map
 * @param pointer where it is defined: a JSON pointer
 * @param target the name of the shape of its values
 * @param documentation HTML; empty where the model says nothing
 * @param deprecated why it should not be used, empty without a reason, {@code null} when it is not deprecated
 * @param required whether a value must be there
 * @param binding the part of an HTTP message where it travels
 * @param wireName the name that the model gives it on the wire, {@code null} where it says nothing
 * @param jsonName the name that the model gives it in JSON, in protocols that have such names, {@code null} for none
 * @param xml what the model says of it for XML and forms
 * @param timestampFormat how a timestamp is written here, {@code null} where the model says nothing
 * @param defaultValue the value where none is given, {@code null} for none
 * @param contextParameter the parameter of the rules for endpoints that it gives, {@code null} for none
 * @param flags what else the model says of it
 */
public record ParsedMember(
        String name,
        String pointer,
        String target,
        String documentation,
        @Nullable String deprecated,
        boolean required,
        Binding binding,
        @Nullable String wireName,
        @Nullable String jsonName,
        ParsedXml xml,
        @Nullable ParsedTimestampFormat timestampFormat,
        @Nullable ParsedDefault defaultValue,
        @Nullable String contextParameter,
        Flags flags) {

    /** The same member with another binding, required or not. */
    public ParsedMember with(boolean isRequired, Binding other) {
        return new ParsedMember(
                name,
                pointer,
                target,
                documentation,
                deprecated,
                isRequired,
                other,
                wireName,
                jsonName,
                xml,
                timestampFormat,
                defaultValue,
                contextParameter,
                flags);
    }

    /** The same member with other words for XML. */
    public ParsedMember withXml(ParsedXml other) {
        return new ParsedMember(
                name,
                pointer,
                target,
                documentation,
                deprecated,
                required,
                binding,
                wireName,
                jsonName,
                other,
                timestampFormat,
                defaultValue,
                contextParameter,
                flags);
    }

    /** The name on the wire: the given one, else the member's own. */
    public String nameOnWire() {
        return wireName == null ? name : wireName;
    }

    /**
     * What a model says of a member by yes or no.
     *
     * @param clientOptional whether clients must not rely on a value, even if the member is required
     * @param idempotencyToken whether the client fills it in when the caller does not
     * @param sensitive whether the value must not be shown
     * @param jsonValue whether it holds JSON text
     * @param hostLabel whether it is part of the host name
     * @param streaming whether it is a stream, even if its shape is none
     * @param eventHeader whether it is a header of an event
     * @param eventPayload whether it is all of the payload of an event
     */
    public record Flags(
            boolean clientOptional,
            boolean idempotencyToken,
            boolean sensitive,
            boolean jsonValue,
            boolean hostLabel,
            boolean streaming,
            boolean eventHeader,
            boolean eventPayload) {}

    /** The parts of an HTTP message where a member can travel. */
    public enum Binding {
        /** A property of the body. */
        BODY,
        /** All of the body. */
        PAYLOAD,
        URI,
        QUERY,
        HEADER,
        PREFIX_HEADERS,
        STATUS
    }
}
