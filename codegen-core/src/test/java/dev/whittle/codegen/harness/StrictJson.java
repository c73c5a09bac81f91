package dev.whittle.codegen.harness;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as a model allows it and no other: no unknown property, value of an enum or member of a union. */
final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final LinkedService service;
    private final Root root;
    private final List<String> refusals = new ArrayList<>();

    private interface Root {
        void read(StrictJson json, JsonNode value);
    }

    private StrictJson(LinkedService service, Root root) {
        this.service = service;
        this.root = root;
    }

    /** Reads the members of a structure that are properties of the body. */
    static StrictJson ofMembers(ShapeId structure, LinkedService service) {
        return new StrictJson(service, (json, value) -> json.structure(value, structure, ""));
    }

    /** Reads the value of a member. */
    static StrictJson ofValue(Member member, LinkedService service) {
        Shape shape = service.model().shape(member.target());
        TimestampFormat format = service.wire().bodyFormat(member, shape);
        return new StrictJson(service, (json, value) -> json.value(value, shape, format, ""));
    }

    /** What it does not allow in a text, empty if there is nothing. */
    String refusal(String text) {
        root.read(this, MAPPER.readTree(text));
        return String.join(", ", refusals);
    }

    private void structure(JsonNode value, ShapeId id, String path) {
        if (!value.isObject()) {
            refusals.add(path + " is no object");
            return;
        }
        TreeSet<String> names = new TreeSet<>(value.propertyNames());
        for (BoundMember bound : service.wire().structure(id).members()) {
            if (bound.binding() instanceof WireBinding.Body body) {
                String name = path + "." + body.name();
                if (names.remove(body.name())) {
                    Shape target = service.model().shape(bound.member().target());
                    value(value.get(body.name()), target, bound.timestampFormat(), name);
                } else if (bound.member().required()) {
                    refusals.add(name + " is missing");
                }
            }
        }
        names.forEach(name -> refusals.add(path + "." + name + " is unknown"));
    }

    private void value(JsonNode value, Shape shape, TimestampFormat format, String path) {
        if (shape instanceof ListShape list) {
            refuseUnless(value.isArray(), path);
            value.forEach(each -> element(each, list.member(), list.sparse(), path));
        } else if (shape instanceof MapShape map) {
            refuseUnless(value.isObject(), path);
            value.forEach(each -> element(each, map.value(), map.sparse(), path));
        } else if (shape instanceof EnumShape enumeration) {
            refuseUnless(value.isString() && enumeration.values().contains(value.asString()), path);
        } else if (shape instanceof SimpleShape simple) {
            refuseUnless(isAllowed(value, simple, format), path);
        } else {
            structure(value, shape.id(), path);
            refuseUnless(!(shape instanceof UnionShape) || value.size() == 1, path);
        }
    }

    private void element(JsonNode value, Member member, boolean sparse, String path) {
        Shape target = service.model().shape(member.target());
        if (value.isNull()) {
            refuseUnless(sparse, path);
        } else {
            value(value, target, service.wire().bodyFormat(member, target), path);
        }
    }

    private static boolean isAllowed(JsonNode value, SimpleShape shape, TimestampFormat format) {
        return switch (shape.type()) {
            case STRING, BLOB -> value.isString();
            case BOOLEAN -> value.isBoolean();
            case BYTE -> isInteger(value, Byte.SIZE);
            case SHORT -> isInteger(value, Short.SIZE);
            case INTEGER -> isInteger(value, Integer.SIZE);
            case LONG -> isInteger(value, Long.SIZE);
            case BIG_INTEGER -> value.isIntegralNumber();
            case FLOAT, DOUBLE, BIG_DECIMAL -> value.isNumber();
            case TIMESTAMP -> format == TimestampFormat.EPOCH_SECONDS ? value.isNumber() : value.isString();
            case DOCUMENT -> true;
        };
    }

    private static boolean isInteger(JsonNode value, int bits) {
        if (!value.isIntegralNumber()) {
            return false;
        }
        BigInteger number = value.bigIntegerValue();
        return number.bitLength() < bits;
    }

    private void refuseUnless(boolean isAllowed, String path) {
        if (!isAllowed) {
            refusals.add(path + " has a value that is not allowed");
        }
    }
}
