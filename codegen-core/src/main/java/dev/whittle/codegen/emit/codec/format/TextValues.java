package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.names.Names;

/** The expressions that turn values into text and back, for labels, query parameters and headers. */
public final class TextValues {
    private final Names names;

    public TextValues(Names names) {
        this.names = names;
    }

    /** Whether a value is text as it is, so that null may be handed on. */
    public static boolean isText(Shape shape) {
        return shape.is(SimpleType.STRING);
    }

    /** Whether the text of a value can have any characters, and so some that a request cannot hold. */
    public static boolean isAnyText(Shape shape) {
        return isText(shape) || shape instanceof EnumShape;
    }

    /** The text of a value that is not null; {@code member} names its member for an error. */
    public CodeBlock toText(Shape shape, CodeBlock value, TimestampFormat format, String member) {
        if (shape instanceof EnumShape) {
            return CodeBlock.of("$L.value()", value);
        }
        return switch (type(shape)) {
            case STRING -> value;
            case BLOB -> text("base64", value);
            case TIMESTAMP ->
                switch (format) {
                    case DATE_TIME -> located("dateTime", value, member);
                    case HTTP_DATE -> located("httpDate", value, member);
                    case EPOCH_SECONDS -> text("epochSeconds", value);
                };
            default -> text("of", value);
        };
    }

    /** The value of a text that is not null; {@code where} names its place for an error. */
    public CodeBlock fromText(Shape shape, CodeBlock text, String where) {
        if (shape instanceof EnumShape) {
            return CodeBlock.of("$T.of($L)", names.type(shape.id()), text);
        }
        return switch (type(shape)) {
            case STRING -> text;
            case BOOLEAN -> located("bool", text, where);
            case BYTE -> located("byteInteger", text, where);
            case SHORT -> located("shortInteger", text, where);
            case INTEGER -> located("integer", text, where);
            case LONG -> located("longInteger", text, where);
            case FLOAT -> located("floating", text, where);
            case DOUBLE -> located("doubleFloating", text, where);
            case BIG_INTEGER -> located("bigInteger", text, where);
            case BIG_DECIMAL -> located("bigDecimal", text, where);
            case BLOB -> located("blobFromBase64", text, where);
            case TIMESTAMP -> located("timestamp", text, where);
            case DOCUMENT -> throw new IllegalArgumentException("a document has no text: " + shape.id());
        };
    }

    private static SimpleType type(Shape shape) {
        return ((SimpleShape) shape).type();
    }

    private static CodeBlock text(String method, CodeBlock value) {
        return CodeBlock.of("$T.$L($L)", RuntimeTypes.TEXT, method, value);
    }

    private static CodeBlock located(String method, CodeBlock value, String where) {
        return CodeBlock.of("$T.$L($L, $S)", RuntimeTypes.TEXT, method, value, where);
    }
}
