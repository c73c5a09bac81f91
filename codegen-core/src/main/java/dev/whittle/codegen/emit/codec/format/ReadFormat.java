package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import java.util.List;

/** How one class reads values in a format: the reader of the runtime, and the expressions and methods over it. */
public abstract class ReadFormat {
    private final EmitContext context;
    private final ClassName home;

    /**
     * The format in a class.
     *
     * @param home the class
     */
    protected ReadFormat(EmitContext context, ClassName home) {
        this.context = context;
        this.home = home;
    }

    /** What emitters read. */
    protected final EmitContext context() {
        return context;
    }

    /** The class that reads. */
    protected final ClassName home() {
        return home;
    }

    /** The runtime's class that values are read from. */
    public abstract ClassName reader();

    /** The runtime's class that reads errors in this format. */
    public abstract ClassName errors();

    /** The reader of a response, error or event. */
    public abstract CodeBlock readerOf(String response);

    /** The reader of a response, at an element inside the root. */
    public CodeBlock readerOf(String response, String wrapper) {
        throw new IllegalArgumentException("no format with names for bodies: " + wrapper);
    }

    /** The name of a property as the reader gives it. */
    protected abstract String property(String name);

    /** Adds how a member is read that is not the value of one property; false if it is. */
    protected abstract boolean addOther(
            ReadLoop loop, StructureShape structure, BoundMember bound, Shape target, Locals locals);

    /** The reader's methods that lead to the first and to the next member of a union. */
    protected abstract String firstMember();

    /** The same for the next one. */
    protected abstract String nextMember();

    /** The member {@code name} of a union that is not known, as an expression. */
    protected abstract CodeBlock unknownMember(ClassName unknown);

    /** What comes before {@link #unknownMember}, as statements. */
    protected abstract CodeBlock beforeUnknownMember();

    /**
     * The reader's method for a value without parts.
     *
     * @param timestamp its method for timestamps
     */
    protected static String method(SimpleShape shape, String timestamp) {
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
            case TIMESTAMP -> timestamp;
            case DOCUMENT -> "document";
        };
    }

    /** The method of readers and writers for a timestamp in a format. */
    protected static String timestampMethod(TimestampFormat format) {
        return WriteFormat.timestampMethod(format);
    }

    /** The reader's expression for a value without parts. */
    protected abstract CodeBlock simple(CodeBlock in, SimpleShape shape, TimestampFormat format);

    /** The reader's method for a list or map of strings. */
    protected abstract String strings(boolean isList, boolean sparse);

    /** A method that reads a list. */
    public abstract MethodSpec list(String name, TypeName element, boolean sparse, CodeBlock read);

    /** A method that reads a map with strings for keys, for formats in which maps of one type look alike. */
    public abstract MethodSpec map(String name, TypeName element, boolean sparse, CodeBlock read);

    /** The methods of a list or map whose elements have no codec. */
    public abstract List<MethodSpec> collection(Shape collection);

    /** The methods that read a structure. */
    public final StructureReads structure(StructureShape structure) {
        return new StructureReads(this, structure);
    }

    /** The methods that read a union. */
    public final UnionReads union(UnionShape union) {
        return new UnionReads(this, union);
    }

    /** Reads the value that a reader is at. */
    public final CodeBlock value(CodeBlock in, Shape shape, TimestampFormat format) {
        if (shape instanceof SimpleShape simple) {
            return simple(in, simple, format);
        }
        if (shape instanceof EnumShape) {
            return CodeBlock.of("$T.of($L.string())", context.names().type(shape.id()), in);
        }
        if (shape instanceof ListShape || shape instanceof MapShape) {
            return collection(in, shape);
        }
        return CodeBlock.of("$L($L)", context.codecs().reference(home, "read", shape.id()), in);
    }

    /** Collections of strings are the runtime's, of structures their codec's, and others have a codec of their own. */
    private CodeBlock collection(CodeBlock in, Shape shape) {
        boolean isList = shape instanceof ListShape;
        CodecUsage uses = context.uses();
        boolean sparse = CodecUsage.isSparse(shape);
        if (uses.isOfStrings(shape)) {
            return CodeBlock.of("$L.$L()", in, strings(isList, sparse));
        }
        CodeBlock codec = uses.isInElementCodec(shape)
                ? context.codecs().collectionReference(home, "read", uses.collectionOwner(shape), isList, sparse)
                : context.codecs().reference(home, "read", shape.id());
        return CodeBlock.of("$L($L)", codec, in);
    }
}
