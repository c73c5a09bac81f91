package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.parsed.ParsedError;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.ParsedTimestampFormat;
import dev.whittle.codegen.parsed.ParsedXml;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a shape. */
final class ShapeReader {
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Map<String, ParsedTimestampFormat> TIMESTAMP_FORMATS = new TreeMap<>(Map.of(
            "iso8601", ParsedTimestampFormat.DATE_TIME,
            "rfc822", ParsedTimestampFormat.HTTP_DATE,
            "unixTimestamp", ParsedTimestampFormat.EPOCH_SECONDS));
    private static final Map<String, ParsedMember.Binding> LOCATIONS = new TreeMap<>(Map.of(
            "uri", ParsedMember.Binding.URI,
            "querystring", ParsedMember.Binding.QUERY,
            "header", ParsedMember.Binding.HEADER,
            "headers", ParsedMember.Binding.PREFIX_HEADERS,
            "statusCode", ParsedMember.Binding.STATUS));
    private static final List<String> TYPES = List.of(
            "structure",
            "list",
            "map",
            "string",
            "boolean",
            "byte",
            "short",
            "integer",
            "long",
            "float",
            "double",
            "bigInteger",
            "bigDecimal",
            "character",
            "blob",
            "timestamp");

    private final Fields fields;
    private final Problems problems;
    private final String owner;

    private ShapeReader(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
        this.owner = "shape " + Quote.shortened(fields.key());
    }

    static ParsedShape read(Fields fields, Problems problems) {
        return new ShapeReader(fields, problems).read();
    }

    private ParsedShape read() {
        Kind kind = kind();
        fields.checked(place(kind), owner);
        boolean isStructure = kind == Kind.STRUCTURE;
        MessageTraits traits =
                isStructure ? MessageTraits.read(fields, members(kind)) : MessageTraits.none(members(kind));
        return new ParsedShape(
                fields.key(),
                fields.pointer(),
                kind,
                fields.text("documentation"),
                fields.deprecated(),
                traits.members(),
                isStructure ? error() : null,
                kind == Kind.ENUM
                        ? new ParsedShape.Values(fields.pointerTo("enum"), fields.parsedTexts("enum"), Map.of())
                        : null,
                List.of(),
                null,
                fields.choice("timestampFormat", TIMESTAMP_FORMATS),
                XmlReader.read(fields, owner),
                new ParsedShape.Flags(
                        fields.flag("sensitive"),
                        fields.flag("sparse"),
                        fields.flag("streaming"),
                        fields.flag("eventstream"),
                        fields.flag("requiresLength")),
                traits.faults());
    }

    private static Place place(Kind kind) {
        return switch (kind) {
            case STRUCTURE, UNION, DOCUMENT -> Place.STRUCTURE;
            case LIST -> Place.LIST;
            case MAP -> Place.MAP;
            case STRING, ENUM -> Place.STRING;
            default -> Place.SHAPE;
        };
    }

    private Kind kind() {
        String type = fields.requiredString("type", owner);
        if (type == null) {
            return Kind.UNKNOWN;
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "structure" -> structureKind();
            case "union" -> Kind.UNION;
            case "list" -> Kind.LIST;
            case "map" -> Kind.MAP;
            case "string", "character" -> fields.has("enum") ? Kind.ENUM : Kind.STRING;
            case "boolean" -> Kind.BOOLEAN;
            case "byte" -> Kind.BYTE;
            case "short" -> Kind.SHORT;
            case "integer" -> Kind.INTEGER;
            case "long" -> Kind.LONG;
            case "float" -> Kind.FLOAT;
            case "double" -> Kind.DOUBLE;
            case "biginteger" -> Kind.BIG_INTEGER;
            case "bigdecimal" -> Kind.BIG_DECIMAL;
            case "blob" -> Kind.BLOB;
            case "timestamp" -> Kind.TIMESTAMP;
            case "document" -> Kind.DOCUMENT;
            default -> unknown(type);
        };
    }

    private Kind structureKind() {
        if (fields.flag("document")) {
            return Kind.DOCUMENT;
        }
        return fields.flag("union") || fields.flag("eventstream") ? Kind.UNION : Kind.STRUCTURE;
    }

    private Kind unknown(String type) {
        problems.error(
                ProblemCode.SHAPE_TYPE,
                JsonPointers.child(fields.pointer(), "type"),
                owner + " has the unknown type " + Quote.of(type),
                Suggestions.didYouMeanOr(type, TYPES, "known types are"));
        return Kind.UNKNOWN;
    }

    private List<ParsedMember> members(Kind kind) {
        List<ParsedMember> members = new ArrayList<>();
        switch (kind) {
            case STRUCTURE, UNION -> {
                Fields all = fields.object("members");
                if (all != null) {
                    all.objects().forEach(member -> addMember(members, member));
                }
            }
            case LIST -> addMember(members, fields.requiredObject("member", owner));
            case MAP -> {
                addMember(members, fields.requiredObject("key", owner));
                addMember(members, fields.requiredObject("value", owner));
            }
            default -> {
                // Nothing else has parts.
            }
        }
        return members;
    }

    private void addMember(List<ParsedMember> members, @Nullable Fields member) {
        String target = member == null ? null : member.requiredString("shape", "a member of " + owner);
        if (member == null) {
            return;
        }
        String named = "member " + Quote.shortened(member.key()) + " of " + owner;
        member.checked(Place.MEMBER, named);
        if (target == null) {
            return;
        }
        ParsedMember.Binding binding = member.choice("location", LOCATIONS);
        members.add(new ParsedMember(
                member.key(),
                member.pointer(),
                target,
                member.text("documentation"),
                member.deprecated(),
                false,
                binding == null ? ParsedMember.Binding.BODY : binding,
                member.string("locationName"),
                null,
                binding == null ? XmlReader.read(member, named) : ParsedXml.NONE,
                member.choice("timestampFormat", TIMESTAMP_FORMATS),
                null,
                ContextParameterReader.ofMember(member),
                new ParsedMember.Flags(
                        false,
                        member.flag("idempotencyToken"),
                        member.flag("sensitive"),
                        member.flag("jsonvalue"),
                        member.flag("hostLabel"),
                        member.flag("streaming"),
                        member.flag("eventheader"),
                        member.flag("eventpayload"))));
    }

    private @Nullable ParsedError error() {
        Fields error = fields.object("error");
        if (error == null && !fields.flag("exception")) {
            return null;
        }
        Fields retryable = fields.object("retryable");
        if (retryable != null) {
            retryable.checked(Place.RETRYABLE, "the retry trait of " + owner);
        }
        boolean throttling = retryable != null && retryable.flag("throttling");
        if (error == null) {
            return new ParsedError(null, 0, fields.flag("fault"), retryable != null, throttling);
        }
        error.checked(Place.ERROR, "the error of " + owner);
        int status = error.integer("httpStatusCode", 0);
        boolean sender = error.flag("senderFault");
        boolean fault = fields.flag("fault") || error.flag("fault") || (!sender && status >= FIRST_SERVER_ERROR);
        return new ParsedError(error.string("code"), status, fault, retryable != null, throttling);
    }
}
