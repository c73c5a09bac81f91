package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.codec.format.WriteFormat;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireBody;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** How a class writes a format that is written token by token. */
public final class TokenWrites extends WriteFormat {
    private static final CodeBlock OUT = CodeBlock.of("out");
    private static final CodeBlock NOTHING = CodeBlock.of("");

    private final TokenFormat format;

    /**
     * The format in a class.
     *
     * @param home the class
     */
    public TokenWrites(EmitContext context, ClassName home, TokenFormat format) {
        super(context, home);
        this.format = format;
    }

    @Override
    public ClassName writer() {
        return format.writer();
    }

    // out.json("application/json")
    @Override
    public CodeBlock writerOf(String request, String contentType) {
        return CodeBlock.of("$L.$L($S)", request, format.accessor(), contentType);
    }

    @Override
    public CodeBlock open(String out, WireBody.Members body) {
        return NOTHING;
    }

    @Override
    public CodeBlock close(String out, WireBody.Members body) {
        return NOTHING;
    }

    @Override
    public CodeBlock empty(String request, WireBody.Members body, Locals locals) {
        CodeBlock out = writerOf(request, body.contentType());
        return CodeBlock.builder()
                .addStatement("$L.startObject()", out)
                .addStatement("$L.endObject()", out)
                .build();
    }

    @Override
    protected CodeBlock begin() {
        return statement("out.startObject()");
    }

    @Override
    protected CodeBlock end() {
        return statement("out.endObject()");
    }

    private static CodeBlock statement(String code) {
        return CodeBlock.builder().addStatement(code).build();
    }

    @Override
    protected boolean takesNothing(BoundMember bound, Shape target) {
        return hasNullableWriter(target);
    }

    @Override
    protected CodeBlock member(BoundMember bound, Shape target, CodeBlock value, Locals locals) {
        String name = ((WireBinding.Body) bound.binding()).name();
        if (target instanceof EnumShape || hasNullableWriter(target)) {
            return CodeBlock.builder()
                    .addStatement("out.property($S, $L)", name, text(target, value))
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("out.name($S)", name)
                .addStatement(value(OUT, target, value, bound.timestampFormat()))
                .build();
    }

    @Override
    protected CodeBlock unionMember(BoundMember bound, Shape target, CodeBlock value, Locals locals) {
        return member(bound, target, value, locals);
    }

    // out.name(unknown.tag());
    // out.value(unknown.value());
    @Override
    protected CodeBlock unknownMember(ClassName union) {
        return CodeBlock.builder()
                .addStatement("out.name(unknown.tag())")
                .addStatement("out.value(unknown.value())")
                .build();
    }

    // out.json("application/json").value(unknown.value());
    @Override
    public CodeBlock unknownEvent(ClassName union, String contentType) {
        return CodeBlock.builder()
                .addStatement("$L.value(unknown.value())", writerOf("out", contentType))
                .build();
    }

    @Override
    public CodeBlock payload(CodeBlock out, Shape target, CodeBlock value, TimestampFormat timestamps) {
        return value(out, target, value, timestamps);
    }

    private CodeBlock value(CodeBlock out, Shape shape, CodeBlock value, TimestampFormat timestamps) {
        if (shape instanceof ListShape || shape instanceof MapShape) {
            return collection(out, shape, value);
        }
        return shape instanceof SimpleShape || shape instanceof EnumShape
                ? simple(out, shape, value, timestamps)
                : codec(out, shape, value);
    }

    /** Collections of strings are the runtime's, of structures their codec's, and others have a codec of their own. */
    private CodeBlock collection(CodeBlock out, Shape shape, CodeBlock value) {
        boolean isList = shape instanceof ListShape;
        CodecUsage uses = context().uses();
        if (uses.isOfStrings(shape)) {
            return CodeBlock.of("$L.$L($L)", out, isList ? "strings" : "stringMap", value);
        }
        CodeBlock codec = uses.isInElementCodec(shape)
                ? context()
                        .codecs()
                        .collectionReference(
                                home(), "write", uses.collectionOwner(shape), isList, CodecUsage.isSparse(shape))
                : context().codecs().reference(home(), "write", shape.id());
        return CodeBlock.of("$L($L, $L)", codec, value, out);
    }

    // static void writeList(List<Proxy> list, JsonWriter out) {
    //     out.startArray();
    //     for (Proxy element : list) {
    //         write(element, out);
    //     }
    //     out.endArray();
    // }
    @Override
    public MethodSpec list(String name, TypeName element, boolean sparse, CodeBlock write) {
        TypeName elementType = TokenFormat.elementType(element, sparse);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(JavaTypes.LIST, elementType), "list")
                .addParameter(writer(), "out")
                .addStatement("out.startArray()")
                .beginControlFlow("for ($T element : list)", elementType)
                .addCode(writeElement(sparse, write))
                .endControlFlow()
                .addStatement("out.endArray()")
                .build();
    }

    // static void writeMap(Map<String, Proxy> map, JsonWriter out) {
    //     out.startObject();
    //     for (Map.Entry<String, Proxy> entry : map.entrySet()) {
    //         out.key(entry.getKey());
    //         Proxy element = entry.getValue();
    //         write(element, out);
    //     }
    //     out.endObject();
    // }
    @Override
    public MethodSpec map(String name, TypeName element, boolean sparse, CodeBlock write) {
        return map(name, JavaTypes.STRING, CodeBlock.of("entry.getKey()"), element, sparse, write);
    }

    private MethodSpec map(
            String name, TypeName key, CodeBlock writeKey, TypeName element, boolean sparse, CodeBlock write) {
        TypeName elementType = TokenFormat.elementType(element, sparse);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(JavaTypes.MAP, key, elementType), "map")
                .addParameter(writer(), "out")
                .addStatement("out.startObject()")
                .beginControlFlow(
                        "for ($T entry : map.entrySet())",
                        ParameterizedTypeName.get(ClassName.get(Map.Entry.class), key, elementType))
                .addStatement("out.key($L)", writeKey)
                .addStatement("$T element = entry.getValue()", elementType)
                .addCode(writeElement(sparse, write))
                .endControlFlow()
                .addStatement("out.endObject()")
                .build();
    }

    private static CodeBlock writeElement(boolean sparse, CodeBlock write) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!sparse) {
            return code.addStatement(write).build();
        }
        return code.beginControlFlow("if (element == null)")
                .addStatement("out.nullValue()")
                .nextControlFlow("else")
                .addStatement(write)
                .endControlFlow()
                .build();
    }

    @Override
    public List<MethodSpec> collection(Shape collection) {
        Member member = CodecUsage.element(collection);
        Shape element = context().model().shape(member.target());
        TypeName type = context().types().boxed(member.target());
        CodeBlock write =
                value(OUT, element, CodeBlock.of("element"), context().wire().bodyFormat(member, element));
        if (collection instanceof ListShape list) {
            return List.of(list("write", type, list.sparse(), write));
        }
        MapShape map = (MapShape) collection;
        boolean byEnum = context().model().shape(map.key().target()) instanceof EnumShape;
        CodeBlock writeKey = CodeBlock.of(byEnum ? "entry.getKey().value()" : "entry.getKey()");
        return List.of(map("write", context().types().boxed(map.key().target()), writeKey, type, map.sparse(), write));
    }
}
