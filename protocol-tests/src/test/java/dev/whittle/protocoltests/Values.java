package dev.whittle.protocoltests;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventSource;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.NumberNode;
import software.amazon.smithy.model.node.ObjectNode;

/** Makes the values of generated classes from what a suite says of them. */
final class Values {
    private final LinkedService service;

    Values(LinkedService service) {
        this.service = service;
    }

    /** The value of a shape, {@code null} for null. */
    Object of(Shape shape, Node node) throws ReflectiveOperationException {
        if (node.isNullNode()) {
            return null;
        }
        if (shape instanceof SimpleShape simple) {
            return simple(simple, node);
        } else if (shape instanceof EnumShape) {
            return enumValue(shape, node.expectStringNode().getValue());
        } else if (shape instanceof ListShape list) {
            List<Object> values = new ArrayList<>();
            for (Node element : node.expectArrayNode()) {
                values.add(of(shape(list.member()), element));
            }
            return values;
        } else if (shape instanceof MapShape map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, Node> entry :
                    node.expectObjectNode().getStringMap().entrySet()) {
                Object key = shape(map.key()) instanceof EnumShape
                        ? enumValue(shape(map.key()), entry.getKey())
                        : entry.getKey();
                values.put(key, of(shape(map.value()), entry.getValue()));
            }
            return values;
        } else if (shape instanceof UnionShape union) {
            return union(union, node.expectObjectNode());
        }
        return structure((StructureShape) shape, node.expectObjectNode());
    }

    private Shape shape(Member member) {
        return service.model().shape(member.target());
    }

    private Object enumValue(Shape shape, String text) throws ReflectiveOperationException {
        return GeneratedClient.type(service.names().type(shape.id()))
                .getMethod("of", String.class)
                .invoke(null, text);
    }

    private Object structure(StructureShape structure, ObjectNode node) throws ReflectiveOperationException {
        Object builder = GeneratedClient.type(service.names().type(structure.id()))
                .getMethod("builder")
                .invoke(null);
        for (Map.Entry<String, Node> entry : node.getStringMap().entrySet()) {
            Member member = member(structure.members(), entry.getKey());
            set(builder, service.names().member(structure.id(), member), value(member, entry.getValue()));
        }
        return built(builder);
    }

    private Object value(Member member, Node node) throws ReflectiveOperationException {
        return switch (member.streaming()) {
            case NONE -> of(shape(member), node);
            case BYTES, BYTES_OF_KNOWN_LENGTH ->
                RequestBody.utf8(node.expectStringNode().getValue());
            case EVENTS -> EventSource.of(List.of(of(shape(member), node)));
        };
    }

    /** Sets a property by its name; setters that take a lambda or an array are other ways to say the same. */
    static void set(Object builder, String name, Object value) throws ReflectiveOperationException {
        for (Method method : builder.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                Class<?> type = method.getParameterTypes()[0];
                if (!method.isVarArgs() && !type.equals(Consumer.class)) {
                    method.invoke(builder, value);
                    return;
                }
            }
        }
        throw new NoSuchMethodException(builder.getClass() + "." + name);
    }

    static Object built(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private Object union(UnionShape union, ObjectNode node) throws ReflectiveOperationException {
        Map.Entry<String, Node> entry =
                node.getStringMap().entrySet().iterator().next();
        Member member = member(union.members(), entry.getKey());
        Object value = of(shape(member), entry.getValue());
        String name = service.names().member(union.id(), member);
        for (Method method :
                GeneratedClient.type(service.names().type(union.id())).getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                return method.invoke(null, value);
            }
        }
        throw new NoSuchMethodException(union.id() + "." + name);
    }

    static Member member(List<Member> members, String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no member " + name));
    }

    private static Object simple(SimpleShape shape, Node node) {
        return switch (shape.type()) {
            case STRING -> node.expectStringNode().getValue();
            case BOOLEAN -> node.expectBooleanNode().getValue();
            case BYTE -> number(node).byteValueExact();
            case SHORT -> number(node).shortValueExact();
            case INTEGER -> number(node).intValueExact();
            case LONG -> number(node).longValueExact();
            case FLOAT ->
                node.isStringNode()
                        ? (Float) Float.parseFloat(text(node))
                        : (Float) number(node).floatValue();
            case DOUBLE ->
                node.isStringNode()
                        ? (Double) Double.parseDouble(text(node))
                        : (Double) number(node).doubleValue();
            case BIG_INTEGER -> number(node).toBigIntegerExact();
            case BIG_DECIMAL -> number(node);
            case BLOB -> Blob.utf8(text(node));
            case TIMESTAMP -> instant(node);
            case DOCUMENT -> document(node);
        };
    }

    private static String text(Node node) {
        return node.expectStringNode().getValue();
    }

    private static BigDecimal number(Node node) {
        NumberNode number = node.expectNumberNode();
        return number.asBigDecimal()
                .orElseGet(() -> new BigDecimal(number.getValue().toString()));
    }

    /** Timestamps are numbers of seconds, or texts in the format date-time. */
    static Instant instant(Node node) {
        if (node.isStringNode()) {
            return Instant.parse(text(node));
        }
        BigDecimal seconds = number(node);
        BigInteger whole = seconds.toBigInteger();
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(new BigDecimal(whole)).movePointRight(9).longValue());
    }

    /** A node as a document. */
    static Document document(Node node) {
        if (node.isObjectNode()) {
            Map<String, Document> members = new LinkedHashMap<>();
            node.expectObjectNode().getStringMap().forEach((name, value) -> members.put(name, document(value)));
            return Document.map(members);
        } else if (node.isArrayNode()) {
            return Document.list(node.expectArrayNode().getElements().stream()
                    .map(Values::document)
                    .toList());
        } else if (node.isStringNode()) {
            return Document.of(text(node));
        } else if (node.isBooleanNode()) {
            return Document.of(node.expectBooleanNode().getValue());
        }
        return node.isNumberNode() ? Document.of(number(node)) : Document.NULL;
    }
}
