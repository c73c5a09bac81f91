package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBody;
import java.util.List;
import java.util.function.UnaryOperator;

/** How one class writes values in a format: the writer of the runtime, and the statements and methods over it. */
public abstract class WriteFormat {
    private final EmitContext context;
    private final ClassName home;

    /**
     * The format in a class.
     *
     * @param home the class
     */
    protected WriteFormat(EmitContext context, ClassName home) {
        this.context = context;
        this.home = home;
    }

    /** What emitters read. */
    protected final EmitContext context() {
        return context;
    }

    /** The class that writes. */
    protected final ClassName home() {
        return home;
    }

    /** The runtime's class that values are written to. */
    public abstract ClassName writer();

    /** The writer of a request or event. */
    public abstract CodeBlock writerOf(String request, String contentType);

    /** What a body begins with, before its members, as statements over a writer. */
    public abstract CodeBlock open(String out, WireBody.Members body);

    /** What a body ends with, after its members. */
    public abstract CodeBlock close(String out, WireBody.Members body);

    /** Writes a body without members, if it is one. */
    public abstract CodeBlock empty(String request, WireBody.Members body, Locals locals);

    /** What stands before and after the members of a value. */
    protected abstract CodeBlock begin();

    /** The same after them. */
    protected abstract CodeBlock end();

    /** The members of a structure in the order in which they are written. */
    protected List<BoundMember> ordered(List<BoundMember> body) {
        return body;
    }

    /** Writes a member and its value, which is not null unless {@link #takesNothing} says so. */
    protected abstract CodeBlock member(BoundMember bound, Shape target, CodeBlock value, Locals locals);

    /** Whether {@link #member} writes nothing for a value that is null or for a collection that is not set. */
    protected abstract boolean takesNothing(BoundMember bound, Shape target);

    /** Writes the member of a union. */
    protected abstract CodeBlock unionMember(BoundMember bound, Shape target, CodeBlock value, Locals locals);

    /** Writes the member {@code unknown} of a union. */
    protected abstract CodeBlock unknownMember(ClassName union);

    /** Writes the payload of the event {@code unknown}. */
    public abstract CodeBlock unknownEvent(ClassName union, String contentType);

    /** Writes a payload that is neither a structure nor a union, as an expression. */
    public abstract CodeBlock payload(CodeBlock out, Shape target, CodeBlock value, TimestampFormat format);

    /** A method that writes a list, for formats in which lists of one type look alike. */
    public abstract MethodSpec list(String name, TypeName element, boolean sparse, CodeBlock write);

    /** A method that writes a map with strings for keys, for formats in which maps of one type look alike. */
    public abstract MethodSpec map(String name, TypeName element, boolean sparse, CodeBlock write);

    /** The methods of a list or map whose elements have no codec. */
    public abstract List<MethodSpec> collection(Shape collection);

    /** The methods that write a structure. */
    public final StructureWrites structure(StructureShape structure) {
        return new StructureWrites(this, structure);
    }

    /** The methods that write a union. */
    public final UnionWrites union(UnionShape union) {
        return new UnionWrites(this, union);
    }

    // writeStartRequest(input, out.json("application/json"));
    //
    // XmlWriter xml = out.xml("application/xml");
    // xml.start("StartRequest");
    // writeStartRequest(input, xml);
    // xml.end("StartRequest");
    /**
     * Writes a body.
     *
     * @param write the call that writes its members to a writer
     */
    public final CodeBlock body(String request, WireBody.Members body, Locals locals, UnaryOperator<CodeBlock> write) {
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock writer = writerOf(request, body.contentType());
        if (open("", body).isEmpty()) {
            return code.addStatement(write.apply(writer)).build();
        }
        String local = locals.name("body");
        return code.addStatement("$T $N = $L", writer(), local, writer)
                .add(open(local, body))
                .addStatement(write.apply(CodeBlock.of("$N", local)))
                .add(close(local, body))
                .build();
    }

    /** Whether a writer has a method for a property of this kind that may be null. */
    protected static boolean hasNullableWriter(Shape shape) {
        return shape instanceof SimpleShape simple && simple.type() != SimpleType.TIMESTAMP;
    }

    /** A value that a writer takes; of an enum its text. */
    protected static CodeBlock text(Shape shape, CodeBlock value) {
        return shape instanceof EnumShape ? CodeBlock.of("$L.value()", value) : value;
    }

    /** The writer's method for a timestamp. */
    protected static String timestampMethod(TimestampFormat format) {
        return switch (format) {
            case DATE_TIME -> "dateTime";
            case HTTP_DATE -> "httpDate";
            case EPOCH_SECONDS -> "epochSeconds";
        };
    }

    // out.value(value.name())
    // out.dateTime(value.created())
    /** Writes a value without parts. */
    protected static CodeBlock simple(CodeBlock out, Shape shape, CodeBlock value, TimestampFormat format) {
        return shape.is(SimpleType.TIMESTAMP)
                ? CodeBlock.of("$L.$L($L)", out, timestampMethod(format), value)
                : CodeBlock.of("$L.value($L)", out, text(shape, value));
    }

    /** The call that writes a structure or union. */
    protected final CodeBlock codec(CodeBlock out, Shape shape, CodeBlock value) {
        return CodeBlock.of("$L($L, $L)", context.codecs().reference(home, "write", shape.id()), value, out);
    }
}
