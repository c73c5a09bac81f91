package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedError;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedNumber;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.ParsedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.EnumDefinition;
import software.amazon.smithy.model.traits.EnumTrait;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.RequiresLengthTrait;
import software.amazon.smithy.model.traits.RetryableTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.StreamingTrait;

/** Reads a shape. */
@SuppressWarnings("deprecation") // Models in version 1 of Smithy have the trait of enums.
final class ShapeReader {
    private final ShapeNames names;
    private final MemberReader members;

    ShapeReader(ShapeNames names, MemberReader members) {
        this.names = names;
        this.members = members;
    }

    ParsedShape read(Shape shape) {
        Kind kind = kind(shape);
        boolean isStream = shape.hasTrait(StreamingTrait.class);
        return new ParsedShape(
                names.of(shape.getId()),
                Pointers.of(shape),
                kind,
                Traits.documentation(shape),
                Traits.deprecated(shape),
                hasMembers(kind) ? members(shape) : List.of(),
                kind == Kind.STRUCTURE ? error(shape) : null,
                kind == Kind.ENUM ? values(shape) : null,
                numbers(shape),
                Traits.text(shape, MediaTypeTrait.class),
                Traits.timestampFormat(shape),
                XmlReader.read(shape),
                new ParsedShape.Flags(
                        shape.hasTrait(SensitiveTrait.class),
                        shape.hasTrait(SparseTrait.class),
                        isStream && kind == Kind.BLOB,
                        isStream && kind == Kind.UNION,
                        shape.hasTrait(RequiresLengthTrait.class)),
                List.of());
    }

    private static Kind kind(Shape shape) {
        return switch (shape.getType()) {
            case STRUCTURE -> Kind.STRUCTURE;
            case UNION -> Kind.UNION;
            case LIST, SET -> Kind.LIST;
            case MAP -> Kind.MAP;
            case ENUM -> Kind.ENUM;
            case STRING -> shape.hasTrait(EnumTrait.class) ? Kind.ENUM : Kind.STRING;
            case BOOLEAN -> Kind.BOOLEAN;
            case BYTE -> Kind.BYTE;
            case SHORT -> Kind.SHORT;
            case INTEGER, INT_ENUM -> Kind.INTEGER;
            case LONG -> Kind.LONG;
            case FLOAT -> Kind.FLOAT;
            case DOUBLE -> Kind.DOUBLE;
            case BIG_INTEGER -> Kind.BIG_INTEGER;
            case BIG_DECIMAL -> Kind.BIG_DECIMAL;
            case BLOB -> Kind.BLOB;
            case TIMESTAMP -> Kind.TIMESTAMP;
            case DOCUMENT -> Kind.DOCUMENT;
            case MEMBER, SERVICE, RESOURCE, OPERATION ->
                throw new IllegalArgumentException(shape.getId() + " is not a shape of values");
        };
    }

    private static boolean hasMembers(Kind kind) {
        return kind == Kind.STRUCTURE || kind == Kind.UNION || kind == Kind.LIST || kind == Kind.MAP;
    }

    private List<ParsedMember> members(Shape shape) {
        List<ParsedMember> all = new ArrayList<>();
        for (MemberShape member : shape.members()) {
            all.add(members.read(member));
        }
        return all;
    }

    /** Version 1 of Smithy has the values of an enum in a trait, version 2 in members. */
    private static ParsedShape.Values values(Shape shape) {
        List<ParsedText> values = new ArrayList<>();
        Map<String, String> documentation = new HashMap<>();
        if (shape.asEnumShape().isPresent()) {
            shape.asEnumShape().get().getEnumValues().forEach((name, value) -> {
                values.add(new ParsedText(value, shape.getId() + "$" + name));
                String text = Traits.documentation(shape.getMember(name).orElseThrow());
                if (!text.isEmpty()) {
                    documentation.put(value, text);
                }
            });
            return new ParsedShape.Values(Pointers.of(shape), values, documentation);
        }
        String pointer = Pointers.ofTrait(shape, EnumTrait.ID);
        for (EnumDefinition definition : shape.expectTrait(EnumTrait.class).getValues()) {
            values.add(new ParsedText(definition.getValue(), pointer + "/" + values.size()));
            definition
                    .getDocumentation()
                    .ifPresent(text -> documentation.put(definition.getValue(), Documentation.html(text)));
        }
        return new ParsedShape.Values(pointer, values, documentation);
    }

    private static List<ParsedNumber> numbers(Shape shape) {
        List<ParsedNumber> numbers = new ArrayList<>();
        shape.asIntEnumShape()
                .ifPresent(known -> known.getEnumValues()
                        .forEach((name, value) -> numbers.add(new ParsedNumber(
                                name,
                                value,
                                Traits.documentation(known.getMember(name).orElseThrow())))));
        return numbers;
    }

    private static @Nullable ParsedError error(Shape shape) {
        ErrorTrait error = Traits.get(shape, ErrorTrait.class);
        if (error == null) {
            return null;
        }
        AwsQueryErrorTrait query = Traits.get(shape, AwsQueryErrorTrait.class);
        HttpErrorTrait http = Traits.get(shape, HttpErrorTrait.class);
        RetryableTrait retryable = Traits.get(shape, RetryableTrait.class);
        int status = http != null ? http.getCode() : query != null ? query.getHttpResponseCode() : 0;
        return new ParsedError(
                query == null ? null : query.getCode(),
                status,
                error.isServerError(),
                retryable != null,
                retryable != null && retryable.getThrottling());
    }
}
