package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.CodeBlock;
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
        return shape instanceof SimpleShape simple && simple.type() == SimpleType.STRING;
    }

    /** The text of a value that is not null. */
    public CodeBlock toText(Shape shape, CodeBlock value, TimestampFormat format) {
        if (shape instanceof EnumShape) {
            return CodeBlock.of("$L.value()", value);
        }
        return switch (type(shape)) {
            case STRING -> value;
            case BLOB -> text("base64", value);
            case TIMESTAMP ->
                text(
                        switch (format) {
                            case DATE_TIME -> "dateTime";
                            case HTTP_DATE -> "httpDate";
                            case EPOCH_SECONDS -> "epochSeconds";
                        },
                        value);
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
            case BOOLEAN -> parsed("bool", text, where);
            case BYTE -> parsed("byteInteger", text, where);
            case SHORT -> parsed("shortInteger", text, where);
            case INTEGER -> parsed("integer", text, where);
            case LONG -> parsed("longInteger", text, where);
            case FLOAT -> parsed("floating", text, where);
            case DOUBLE -> parsed("doubleFloating", text, where);
            case BIG_INTEGER -> parsed("bigInteger", text, where);
            case BIG_DECIMAL -> parsed("bigDecimal", text, where);
            case BLOB -> parsed("blobFromBase64", text, where);
            case TIMESTAMP -> parsed("timestamp", text, where);
            case DOCUMENT -> throw new IllegalArgumentException("a document has no text: " + shape.id());
        };
    }

    private static SimpleType type(Shape shape) {
        return ((SimpleShape) shape).type();
    }

    private static CodeBlock text(String method, CodeBlock value) {
        return CodeBlock.of("$T.$L($L)", RuntimeTypes.TEXT, method, value);
    }

    private static CodeBlock parsed(String method, CodeBlock text, String where) {
        return CodeBlock.of("$T.$L($L, $S)", RuntimeTypes.TEXT, method, text, where);
    }
}
