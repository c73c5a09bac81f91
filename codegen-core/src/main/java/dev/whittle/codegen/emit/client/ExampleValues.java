package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ParameterizedTypeName;
import dev.whittle.codegen.emit.client.SnippetCode.Chain;
import dev.whittle.codegen.emit.client.SnippetCode.Group;
import dev.whittle.codegen.emit.client.SnippetCode.Text;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Utf8;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.Streaming;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of examples in Java, as a caller would. */
final class ExampleValues {
    private static final int MOST_OF_MAP_OF = 10;
    private static final int MOST_DIGITS = 1000;

    private final EmitContext context;

    ExampleValues(EmitContext context) {
        this.context = context;
    }

    // .name("x").viewPort(v -> v.width(800))
    /**
     * The calls of a structure's setters.
     *
     * @param taken the first letters of the parameters of the lambdas that the calls are in
     * @throws NoExampleException if the value does not fit the structure
     */
    List<SnippetCode> setters(StructureShape structure, @Nullable Object value, String taken) {
        List<SnippetCode> calls = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map(value).entrySet()) {
            Member member = member(structure.members(), entry.getKey());
            String name = context.names().member(structure.id(), member);
            if (entry.getValue() != null) {
                calls.add(setter(name, member, entry.getValue(), taken));
            }
        }
        return calls;
    }

    private SnippetCode setter(String name, Member member, Object value, String taken) {
        String open = "." + name + "(";
        if (member.isStream()) {
            if (member.streaming() == Streaming.EVENTS) {
                throw new NoExampleException();
            }
            return new Text(open + "RequestBody.utf8(" + literal(text(value)) + "))");
        }
        Shape shape = context.model().shape(member.target());
        if (shape instanceof StructureShape structure) {
            String variable = variable(name, taken);
            List<SnippetCode> calls = setters(structure, value, taken + variable.charAt(0));
            return calls.isEmpty()
                    ? new Text(open + context.names().type(structure.id()).simpleName() + ".builder().build())")
                    : new Group(open, List.of(new Chain(variable + " -> " + variable, calls, "")), ")");
        }
        boolean isVariable = shape instanceof ListShape list
                && !(context.types().element(list) instanceof ParameterizedTypeName)
                && !list(value).isEmpty();
        return isVariable
                ? new Group(open, elements((ListShape) shape, value, taken), ")")
                : new Group(open, List.of(value(member.target(), value, taken)), ")");
    }

    /** A name for the parameter of a lambda, which no lambda around it has. */
    private static String variable(String name, String taken) {
        return name.charAt(0) + (taken.indexOf(name.charAt(0)) < 0 ? "" : Integer.toString(taken.length() + 1));
    }

    private SnippetCode value(ShapeId id, @Nullable Object value, String taken) {
        Shape shape = context.model().shape(id);
        if (value == null) {
            throw new NoExampleException();
        }
        if (shape instanceof StructureShape structure) {
            return new Chain(
                    context.names().type(id).simpleName() + ".builder()", setters(structure, value, taken), ".build()");
        } else if (shape instanceof UnionShape union) {
            return union(union, value, taken);
        } else if (shape instanceof EnumShape known) {
            String text = text(value);
            String type = context.names().type(id).simpleName();
            return new Text(
                    known.values().contains(text)
                            ? type + "." + context.names().constant(id, text)
                            : type + ".of(" + literal(text) + ")");
        } else if (shape instanceof ListShape list) {
            return new Group("List.of(", elements(list, value, taken), ")");
        } else if (shape instanceof MapShape map) {
            return mapOf(map, map(value), taken);
        }
        return simple((SimpleShape) shape, value);
    }

    private List<SnippetCode> elements(ListShape list, Object value, String taken) {
        List<SnippetCode> elements = new ArrayList<>();
        for (Object element : list(value)) {
            elements.add(value(list.member().target(), element, taken));
        }
        return elements;
    }

    private SnippetCode union(UnionShape union, Object value, String taken) {
        Map<?, ?> only = map(value);
        if (only.size() != 1) {
            throw new NoExampleException();
        }
        Map.Entry<?, ?> entry = only.entrySet().iterator().next();
        Member member = member(union.members(), entry.getKey());
        String factory = context.names().type(union.id()).simpleName() + "."
                + context.names().member(union.id(), member) + "(";
        return new Group(factory, List.of(value(member.target(), entry.getValue(), taken)), ")");
    }

    private SnippetCode mapOf(MapShape map, Map<?, ?> value, String taken) {
        List<SnippetCode> keys = new ArrayList<>();
        List<SnippetCode> elements = new ArrayList<>();
        value.forEach((key, element) -> {
            keys.add(value(map.key().target(), key, taken));
            elements.add(value(map.value().target(), element, taken));
        });
        return mapOf(keys, elements);
    }

    private static SnippetCode mapOf(List<SnippetCode> keys, List<SnippetCode> values) {
        boolean isShort = keys.size() <= MOST_OF_MAP_OF;
        List<SnippetCode> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (isShort) {
                parts.add(keys.get(i));
                parts.add(values.get(i));
            } else {
                parts.add(new Group("Map.entry(", List.of(keys.get(i), values.get(i)), ")"));
            }
        }
        return new Group(isShort ? "Map.of(" : "Map.ofEntries(", parts, ")");
    }

    private static SnippetCode simple(SimpleShape shape, Object value) {
        return switch (shape.type()) {
            case STRING -> new Text(literal(text(value)));
            case BOOLEAN -> new Text(Boolean.toString(flag(value)));
            case BYTE -> new Text("(byte) " + whole(value, Byte.SIZE));
            case SHORT -> new Text("(short) " + whole(value, Short.SIZE));
            case INTEGER -> new Text(whole(value, Integer.SIZE).toString());
            case LONG -> new Text(whole(value, Long.SIZE) + "L");
            case FLOAT -> new Text(finite(number(value).floatValue()) + "f");
            case DOUBLE -> new Text(Double.toString(finite(number(value).doubleValue())));
            case BIG_INTEGER -> new Text("new BigInteger(\"" + whole(value) + "\")");
            case BIG_DECIMAL -> new Text("new BigDecimal(\"" + number(value) + "\")");
            case BLOB -> new Text(blob(text(value)));
            case TIMESTAMP ->
                new Text(
                        value instanceof Number
                                ? "Instant.ofEpochSecond(" + suffixed(whole(value, Long.SIZE)) + ")"
                                : "Instant.parse(" + literal(text(value)) + ")");
            case DOCUMENT -> document(value);
        };
    }

    /** Blobs in examples are Base64, but many models have plain text. */
    private static String blob(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return "Blob.utf8(" + literal(text) + ")";
        }
        String decoded = Utf8.text(bytes);
        return decoded != null && decoded.chars().noneMatch(Character::isISOControl)
                ? "Blob.utf8(" + literal(decoded) + ")"
                : "Blob.of(Base64.getDecoder().decode(" + literal(text) + "))";
    }

    private static SnippetCode document(@Nullable Object value) {
        List<SnippetCode> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            List<SnippetCode> keys = new ArrayList<>();
            map.forEach((key, element) -> {
                keys.add(new Text(literal((String) key)));
                parts.add(document(element));
            });
            return new Group("Document.map(", List.of(mapOf(keys, parts)), ")");
        } else if (value instanceof List<?> list) {
            list.forEach(element -> parts.add(document(element)));
            return new Group("Document.list(List.of(", parts, "))");
        } else if (value == null) {
            return new Text("Document.NULL");
        }
        String literal = value instanceof String text
                ? literal(text)
                : value instanceof Boolean flag ? flag.toString() : number(number(value));
        return new Text("Document.of(" + literal + ")");
    }

    private static String number(BigDecimal value) {
        if (value.scale() == 0 && value.toBigInteger().bitLength() < Long.SIZE) {
            return suffixed(value.toBigInteger());
        }
        double nearest = value.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(value) == 0
                ? Double.toString(nearest)
                : "new BigDecimal(\"" + value + "\")";
    }

    /** A literal for a parameter of type {@code long}. */
    private static String suffixed(BigInteger value) {
        return value.bitLength() < Integer.SIZE ? value.toString() : value + "L";
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new NoExampleException();
        }
        return value;
    }

    private static float finite(float value) {
        finite((double) value);
        return value;
    }

    private static Member member(List<Member> members, @Nullable Object name) {
        for (Member member : members) {
            if (member.name().equals(name)) {
                return member;
            }
        }
        throw new NoExampleException();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new NoExampleException();
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new NoExampleException();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new NoExampleException();
    }

    private static boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new NoExampleException();
    }

    private static BigDecimal number(Object value) {
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw new NoExampleException();
        }
    }

    private static BigInteger whole(Object value, int bits) {
        BigInteger whole = whole(value);
        if (whole.bitLength() >= bits) {
            throw new NoExampleException();
        }
        return whole;
    }

    private static BigInteger whole(Object value) {
        BigDecimal number = number(value);
        // Writing out the zeros of a large exponent takes too long.
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NoExampleException();
        }
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new NoExampleException();
        }
    }

    /** A text in quotes, in one line. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return literal.append('"').toString();
    }

    /** The value of an example does not fit its shape. */
    static final class NoExampleException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
