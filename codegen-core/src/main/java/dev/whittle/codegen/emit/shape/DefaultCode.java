package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.Utf8;
import dev.whittle.codegen.model.DefaultValue;
import dev.whittle.codegen.model.DefaultValue.Kind;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.names.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The expressions for the defaults that a model gives. */
final class DefaultCode {
    private DefaultCode() {}

    // 10
    // Mood.of("calm")
    static CodeBlock of(JavaMember property, Names names) {
        DefaultValue value = Objects.requireNonNull(property.member().defaultValue());
        Shape target = property.target();
        if (target instanceof SimpleShape simple) {
            return simple(simple, value);
        }
        if (target instanceof EnumShape) {
            return CodeBlock.of("$T.of($S)", names.type(target.id()), value.text());
        }
        return CodeBlock.of("$T.of()", property.isList() ? List.class : Map.class);
    }

    private static CodeBlock simple(SimpleShape shape, DefaultValue value) {
        String text = value.text();
        return switch (shape.type()) {
            case STRING -> CodeBlock.of("$S", text);
            case BOOLEAN -> CodeBlock.of("$L", text);
            case BYTE -> CodeBlock.of("(byte) $L", whole(text));
            case SHORT -> CodeBlock.of("(short) $L", whole(text));
            case INTEGER -> CodeBlock.of("$L", whole(text));
            case LONG -> CodeBlock.of("$LL", whole(text));
            case FLOAT -> CodeBlock.of("$Lf", Float.parseFloat(text));
            case DOUBLE -> CodeBlock.of("$Ld", Double.parseDouble(text));
            case BIG_INTEGER ->
                CodeBlock.of("new $T($S)", BigInteger.class, whole(text).toString());
            case BIG_DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, text);
            case BLOB -> blob(Base64.getDecoder().decode(text));
            case TIMESTAMP -> timestamp(value);
            case DOCUMENT -> document(value);
        };
    }

    private static BigInteger whole(String number) {
        return new BigDecimal(number).toBigInteger();
    }

    private static CodeBlock blob(byte[] bytes) {
        String text = Utf8.text(bytes);
        return text != null
                ? CodeBlock.of("$T.utf8($S)", RuntimeTypes.BLOB, text)
                : CodeBlock.of(
                        "$T.of($T.getDecoder().decode($S))",
                        RuntimeTypes.BLOB,
                        Base64.class,
                        Base64.getEncoder().encodeToString(bytes));
    }

    private static CodeBlock timestamp(DefaultValue value) {
        if (value.kind() == Kind.TEXT) {
            return CodeBlock.of("$T.parse($S)", Instant.class, value.text());
        }
        return CodeBlock.of(
                "$T.ofEpochMilli($LL)", Instant.class, value.instant().toEpochMilli());
    }

    private static CodeBlock document(DefaultValue value) {
        return switch (value.kind()) {
            case TEXT -> CodeBlock.of("$T.of($S)", RuntimeTypes.DOCUMENT, value.text());
            case FLAG -> CodeBlock.of("$T.of($L)", RuntimeTypes.DOCUMENT, value.text());
            case NUMBER -> CodeBlock.of("$T.of(new $T($S))", RuntimeTypes.DOCUMENT, BigDecimal.class, value.text());
            case LIST -> CodeBlock.of("$T.list($T.of())", RuntimeTypes.DOCUMENT, List.class);
            case MAP -> CodeBlock.of("$T.map($T.of())", RuntimeTypes.DOCUMENT, Map.class);
        };
    }

    // {@code 10}
    /** A default in words. */
    static String text(JavaMember property) {
        DefaultValue value = Objects.requireNonNull(property.member().defaultValue());
        if (value.kind() == Kind.LIST) {
            return "an empty list";
        } else if (value.kind() == Kind.MAP) {
            return "an empty map";
        } else if (property.target().is(Shape.SimpleType.BLOB)) {
            return value.text().isEmpty() ? "an empty blob" : "the blob " + Javadoc.code(value.text()) + " in base64";
        } else if (value.kind() == Kind.NUMBER && property.target().is(Shape.SimpleType.TIMESTAMP)) {
            return Javadoc.code(value.instant().toString());
        }
        return Javadoc.code(value.kind() == Kind.TEXT ? '"' + value.text() + '"' : value.text());
    }
}
