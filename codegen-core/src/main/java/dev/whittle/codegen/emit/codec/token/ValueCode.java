package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.emit.context.CodecHomes;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.names.Names;

/** The expressions that read and write one value of JSON. */
public final class ValueCode {
    private final ClassName from;
    private final Names names;
    private final CodecUsage uses;
    private final CodecHomes codecs;
    private final ClassName reader;
    private final ClassName writer;

    /** The expressions as they stand in a class. */
    public ValueCode(EmitContext context, ClassName from) {
        this.from = from;
        this.names = context.names();
        this.uses = context.uses();
        this.codecs = context.codecs();
        this.reader = TokenFormat.of(context.wire().responseFormat()).reader();
        this.writer = TokenFormat.of(context.wire().requestFormat()).writer();
    }

    /** The runtime's class that values are read from. */
    ClassName reader() {
        return reader;
    }

    /** The runtime's class that values are written to. */
    ClassName writer() {
        return writer;
    }

    /** Reads the value that the reader {@code in} is at. */
    public CodeBlock read(Shape shape) {
        return readFrom(CodeBlock.of("in"), shape);
    }

    /** Reads the value that a reader is at. */
    public CodeBlock readFrom(CodeBlock in, Shape shape) {
        if (shape instanceof SimpleShape simple) {
            return CodeBlock.of("$L.$L()", in, reader(simple));
        }
        if (shape instanceof EnumShape) {
            return CodeBlock.of("$T.of($L.string())", names.type(shape.id()), in);
        }
        if (shape instanceof ListShape || shape instanceof MapShape) {
            return readCollection(in, shape);
        }
        return CodeBlock.of("$L($L)", codecs.reference(from, "read", shape.id()), in);
    }

    private static String reader(SimpleShape shape) {
        return switch (shape.type()) {
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case BYTE -> "byteInteger";
            case SHORT -> "shortInteger";
            case INTEGER -> "integer";
            case LONG -> "longInteger";
            case FLOAT -> "floating";
            case DOUBLE -> "doubleFloating";
            case BIG_INTEGER -> "bigInteger";
            case BIG_DECIMAL -> "bigDecimal";
            case BLOB -> "blob";
            case TIMESTAMP -> "timestamp";
            case DOCUMENT -> "document";
        };
    }

    /** Whether the runtime writes a property of this kind that may be null. */
    public static boolean hasNullableWriter(Shape shape) {
        return shape instanceof SimpleShape simple && simple.type() != SimpleType.TIMESTAMP;
    }

    /** Writes a property and its value to the writer {@code out}. */
    public CodeBlock writeProperty(String name, Shape shape, CodeBlock value, TimestampFormat format) {
        if (shape instanceof EnumShape || hasNullableWriter(shape)) {
            return CodeBlock.builder()
                    .addStatement("out.property($S, $L)", name, text(shape, value))
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("out.name($S)", name)
                .addStatement(write(shape, value, format))
                .build();
    }

    /** Writes a value to the writer {@code out}, where an array's element or a property's value is due. */
    public CodeBlock write(Shape shape, CodeBlock value, TimestampFormat format) {
        return writeTo(CodeBlock.of("out"), shape, value, format);
    }

    /** Writes a value to a writer. */
    public CodeBlock writeTo(CodeBlock out, Shape shape, CodeBlock value, TimestampFormat format) {
        if (shape instanceof ListShape || shape instanceof MapShape) {
            return writeCollection(out, shape, value);
        }
        if (shape.is(SimpleType.TIMESTAMP)) {
            String method = switch (format) {
                case DATE_TIME -> "dateTime";
                case HTTP_DATE -> "httpDate";
                case EPOCH_SECONDS -> "epochSeconds";
            };
            return CodeBlock.of("$L.$L($L)", out, method, value);
        }
        if (shape instanceof SimpleShape || shape instanceof EnumShape) {
            return CodeBlock.of("$L.value($L)", out, text(shape, value));
        }
        return CodeBlock.of("$L($L, $L)", codecs.reference(from, "write", shape.id()), value, out);
    }

    private static CodeBlock text(Shape shape, CodeBlock value) {
        return shape instanceof EnumShape ? CodeBlock.of("$L.value()", value) : value;
    }

    /** Collections of strings are the runtime's, of structures their codec's, and others have a codec of their own. */
    private CodeBlock readCollection(CodeBlock in, Shape shape) {
        boolean isList = shape instanceof ListShape;
        if (uses.isOfStrings(shape)) {
            String method = isList ? "strings" : "stringMap";
            String sparse = isList ? "sparseStrings" : "sparseStringMap";
            return CodeBlock.of("$L.$L()", in, isSparse(shape) ? sparse : method);
        }
        return CodeBlock.of("$L($L)", codec("read", shape), in);
    }

    private CodeBlock writeCollection(CodeBlock out, Shape shape, CodeBlock value) {
        if (uses.isOfStrings(shape)) {
            return CodeBlock.of("$L.$L($L)", out, shape instanceof ListShape ? "strings" : "stringMap", value);
        }
        return CodeBlock.of("$L($L, $L)", codec("write", shape), value, out);
    }

    private CodeBlock codec(String verb, Shape shape) {
        return uses.isInElementCodec(shape)
                ? codecs.collectionReference(
                        from, verb, uses.collectionOwner(shape), shape instanceof ListShape, isSparse(shape))
                : codecs.reference(from, verb, shape.id());
    }

    private static boolean isSparse(Shape shape) {
        return shape instanceof ListShape list ? list.sparse() : ((MapShape) shape).sparse();
    }
}
