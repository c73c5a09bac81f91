package dev.whittle.codegen.link;

import dev.whittle.codegen.model.DefaultValue;
import dev.whittle.codegen.model.ErrorTrait;
import dev.whittle.codegen.model.EventStreamTrait;
import dev.whittle.codegen.model.KnownNumber;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.MemberSupplement;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.model.XmlTraits;
import dev.whittle.codegen.parsed.ParsedDefault;
import dev.whittle.codegen.parsed.ParsedError;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.parsed.ParsedTimestampFormat;
import dev.whittle.codegen.parsed.ParsedXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the shapes of a parsed model into linked ones, one by one. */
final class ShapeAssembler {
    private final ParsedModel model;

    ShapeAssembler(ParsedModel model) {
        this.model = model;
    }

    /** Whether a shape is an exception. As the shape of a member, it is an ordinary structure beside that. */
    static boolean isError(ParsedShape shape) {
        return shape.kind() == ParsedShape.Kind.STRUCTURE && shape.error() != null;
    }

    /** What members hold whose shape is an error: a structure like any other, of which the exception knows nothing. */
    Shape.StructureShape errorValue(ParsedShape error) {
        return structure(errorValueId(error.name()), error, Role.ORDINARY);
    }

    private static ShapeId errorValueId(String error) {
        return new ShapeId(error + "_");
    }

    private ShapeId target(String name) {
        ParsedShape target = model.shapes().get(name);
        return target != null && isError(target) ? errorValueId(name) : new ShapeId(name);
    }

    /** The shape under its own name. */
    Shape shape(ParsedShape shape) {
        ShapeId id = new ShapeId(shape.name());
        String pointer = shape.pointer();
        String documentation = shape.documentation();
        boolean sensitive = shape.flags().sensitive();
        return switch (shape.kind()) {
            case STRUCTURE -> structure(id, shape, shape.error() == null ? Role.ORDINARY : Role.ERROR);
            case UNION -> union(id, shape);
            case LIST ->
                new Shape.ListShape(
                        id,
                        pointer,
                        documentation,
                        sensitive,
                        members(shape, Role.ORDINARY).get(0),
                        shape.flags().sparse());
            case MAP ->
                new Shape.MapShape(
                        id,
                        pointer,
                        documentation,
                        sensitive,
                        members(shape, Role.ORDINARY).get(0),
                        members(shape, Role.ORDINARY).get(1),
                        shape.flags().sparse());
            case ENUM -> {
                ParsedShape.Values values = Objects.requireNonNull(shape.enumeration());
                yield new Shape.EnumShape(
                        id,
                        pointer,
                        documentation,
                        sensitive,
                        values.values().stream().map(ParsedText::text).toList(),
                        values.documentation(),
                        shape.deprecated());
            }
            default ->
                new Shape.SimpleShape(
                        id,
                        pointer,
                        documentation,
                        sensitive,
                        simpleType(shape),
                        shape.mediaType(),
                        shape.numbers().stream()
                                .map(each -> new KnownNumber(each.name(), each.value(), each.documentation()))
                                .toList(),
                        format(shape.timestampFormat()));
        };
    }

    /** The words of a model for XML. */
    static XmlTraits xml(ParsedXml xml) {
        return xml.equals(ParsedXml.NONE)
                ? XmlTraits.NONE
                : new XmlTraits(
                        xml.name(), xml.queryName(), xml.attribute(), xml.flattened(), namespace(xml.namespace()));
    }

    /** A namespace of XML. */
    static XmlTraits.@Nullable Namespace namespace(ParsedXml.@Nullable Namespace namespace) {
        return namespace == null ? null : new XmlTraits.Namespace(namespace.uri(), namespace.prefix());
    }

    private Shape.UnionShape union(ShapeId id, ParsedShape shape) {
        boolean isStream = shape.flags().eventStream();
        List<Member> members = new ArrayList<>();
        List<Member> errors = new ArrayList<>();
        for (ParsedMember member : shape.members()) {
            ParsedShape target = model.shapes().get(member.target());
            if (isStream && target != null && isError(target)) {
                errors.add(member(member, new ShapeId(target.name()), Role.ORDINARY));
            } else {
                members.add(member(member, Role.ORDINARY));
            }
        }
        return new Shape.UnionShape(
                id,
                shape.pointer(),
                shape.documentation(),
                shape.flags().sensitive(),
                members,
                shape.deprecated(),
                isStream ? new EventStreamTrait(errors) : null,
                xml(shape.xml()));
    }

    /** A structure under a name and in a role. */
    Shape.StructureShape structure(ShapeId id, ParsedShape shape, Role role) {
        return structure(id, shape, role, shape.xml());
    }

    /** The same, with words for XML of the operation whose input or output it is. */
    Shape.StructureShape structure(ShapeId id, ParsedShape shape, Role role, ParsedXml xml) {
        boolean hasError = role == Role.ERROR || role == Role.ORDINARY;
        return new Shape.StructureShape(
                id,
                shape.name(),
                shape.pointer(),
                shape.documentation(),
                shape.flags().sensitive(),
                members(shape, role),
                role,
                hasError && shape.error() != null ? error(shape.name(), shape.error()) : null,
                shape.deprecated(),
                payload(shape),
                xml(xml));
    }

    private static ErrorTrait error(String name, ParsedError error) {
        String code = error.code() == null ? name : error.code();
        return new ErrorTrait(code, error.httpStatus(), error.fault(), error.retryable(), error.throttling());
    }

    private List<Member> members(ParsedShape shape, Role role) {
        return shape.members().stream().map(member -> member(member, role)).toList();
    }

    private static @Nullable String payload(ParsedShape shape) {
        for (ParsedMember member : shape.members()) {
            if (member.binding() == ParsedMember.Binding.PAYLOAD) {
                return member.name();
            }
        }
        return null;
    }

    private Member member(ParsedMember member, Role role) {
        return member(member, target(member.target()), role);
    }

    /**
     * A member of a shape in a role. In an input, a default has no effect, and a value that is required must be given even if
     * clients must not rely on it elsewhere.
     */
    private Member member(ParsedMember member, ShapeId target, Role role) {
        ParsedMember.Flags flags = member.flags();
        boolean isInput = role == Role.INPUT;
        ParsedDefault defaultValue = isInput || model.isStream(member) ? null : member.defaultValue();
        boolean required = defaultValue != null || (member.required() && (isInput || !flags.clientOptional()));
        boolean isIgnored = isIgnored(member.binding(), role);
        return new Member(
                member.name(),
                target,
                member.pointer(),
                member.documentation(),
                required,
                isIgnored ? Member.HttpLocation.BODY : location(member.binding()),
                isIgnored ? null : member.wireName(),
                member.jsonName(),
                xml(member.xml()),
                format(member.timestampFormat()),
                defaultValue == null
                        ? null
                        : new DefaultValue(
                                DefaultValue.Kind.valueOf(defaultValue.kind().name()), defaultValue.text()),
                flags.idempotencyToken(),
                flags.sensitive(),
                member.deprecated(),
                flags.jsonValue(),
                flags.hostLabel(),
                streaming(member),
                eventPart(flags),
                MemberSupplement.NONE);
    }

    private Member.Streaming streaming(ParsedMember member) {
        ParsedShape target = model.shapes().get(member.target());
        if (target == null || !model.isStream(member)) {
            return Member.Streaming.NONE;
        }
        if (target.flags().eventStream()) {
            return Member.Streaming.EVENTS;
        }
        return target.flags().requiresLength() ? Member.Streaming.BYTES_OF_KNOWN_LENGTH : Member.Streaming.BYTES;
    }

    private static Member.EventPart eventPart(ParsedMember.Flags flags) {
        if (flags.eventHeader()) {
            return Member.EventPart.HEADER;
        }
        return flags.eventPayload() ? Member.EventPart.PAYLOAD : Member.EventPart.PROPERTY;
    }

    /** Whether a binding has no effect, because it is one of requests in a response, or the other way round. */
    private static boolean isIgnored(ParsedMember.Binding binding, Role role) {
        return switch (binding) {
            case URI, QUERY -> role == Role.OUTPUT || role == Role.ERROR;
            case STATUS -> role == Role.INPUT;
            case BODY, PAYLOAD, HEADER, PREFIX_HEADERS -> false;
        };
    }

    private static Member.HttpLocation location(ParsedMember.Binding binding) {
        return switch (binding) {
            case BODY, PAYLOAD -> Member.HttpLocation.BODY;
            case URI -> Member.HttpLocation.URI;
            case QUERY -> Member.HttpLocation.QUERY;
            case HEADER -> Member.HttpLocation.HEADER;
            case PREFIX_HEADERS -> Member.HttpLocation.PREFIX_HEADERS;
            case STATUS -> Member.HttpLocation.STATUS;
        };
    }

    private static @Nullable TimestampFormat format(@Nullable ParsedTimestampFormat format) {
        if (format == null) {
            return null;
        }
        return switch (format) {
            case DATE_TIME -> TimestampFormat.DATE_TIME;
            case HTTP_DATE -> TimestampFormat.HTTP_DATE;
            case EPOCH_SECONDS -> TimestampFormat.EPOCH_SECONDS;
        };
    }

    private static SimpleType simpleType(ParsedShape shape) {
        return switch (shape.kind()) {
            case STRING -> SimpleType.STRING;
            case BOOLEAN -> SimpleType.BOOLEAN;
            case BYTE -> SimpleType.BYTE;
            case SHORT -> SimpleType.SHORT;
            case INTEGER -> SimpleType.INTEGER;
            case LONG -> SimpleType.LONG;
            case FLOAT -> SimpleType.FLOAT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BIG_INTEGER -> SimpleType.BIG_INTEGER;
            case BIG_DECIMAL -> SimpleType.BIG_DECIMAL;
            case BLOB -> SimpleType.BLOB;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case DOCUMENT -> SimpleType.DOCUMENT;
            case STRUCTURE, UNION, LIST, MAP, ENUM, UNKNOWN ->
                throw new IllegalStateException(
                        shape.name() + " is " + shape.kind().phrase());
        };
    }
}
