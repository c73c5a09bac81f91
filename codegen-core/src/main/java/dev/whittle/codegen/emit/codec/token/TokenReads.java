package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.codec.format.ReadLoop;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.lang.model.element.Modifier;

/** How a class reads a format that is read token by token. */
public final class TokenReads extends ReadFormat {
    private final TokenFormat format;

    /**
     * The format in a class.
     *
     * @param home the class
     */
    public TokenReads(EmitContext context, ClassName home, TokenFormat format) {
        super(context, home);
        this.format = format;
    }

    @Override
    public ClassName reader() {
        return format.reader();
    }

    @Override
    public ClassName errors() {
        return format.errors();
    }

    // in.json()
    @Override
    public CodeBlock readerOf(String response) {
        return CodeBlock.of("$L.$L()", response, format.accessor());
    }

    @Override
    protected String property(String name) {
        return name;
    }

    @Override
    protected boolean addOther(
            ReadLoop loop, StructureShape structure, BoundMember bound, Shape target, Locals locals) {
        return false;
    }

    @Override
    protected String firstMember() {
        return "firstMember";
    }

    @Override
    protected String nextMember() {
        return "nextMember";
    }

    // new Proxy.Unknown(name, in.document())
    @Override
    protected CodeBlock unknownMember(ClassName unknown) {
        return CodeBlock.of("new $T(name, in.document())", unknown);
    }

    @Override
    protected CodeBlock beforeUnknownMember() {
        return CodeBlock.of("");
    }

    @Override
    protected CodeBlock simple(CodeBlock in, SimpleShape shape, TimestampFormat timestamps) {
        return CodeBlock.of("$L.$L()", in, method(shape, "timestamp"));
    }

    @Override
    protected String strings(boolean isList, boolean sparse) {
        if (isList) {
            return sparse ? "sparseStrings" : "strings";
        }
        return sparse ? "sparseStringMap" : "stringMap";
    }

    // static List<Proxy> readList(JsonReader in) {
    //     List<Proxy> list = new ArrayList<>();
    //     in.startArray();
    //     while (in.nextElement()) {
    //         list.add(read(in));
    //     }
    //     return list;
    // }
    @Override
    public MethodSpec list(String name, TypeName element, boolean sparse, CodeBlock read) {
        TypeName type = ParameterizedTypeName.get(JavaTypes.LIST, TokenFormat.elementType(element, sparse));
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(reader(), "in")
                .addStatement("$T list = new $T<>()", type, ArrayList.class)
                .addStatement("in.startArray()");
        if (sparse) {
            method.beginControlFlow("while (in.nextSlot())").addStatement("list.add(in.isNull() ? null : $L)", read);
        } else {
            method.beginControlFlow("while (in.nextElement())").addStatement("list.add($L)", read);
        }
        return method.endControlFlow().addStatement("return list").build();
    }

    // static Map<String, Proxy> readMap(JsonReader in) {
    //     Map<String, Proxy> map = new LinkedHashMap<>();
    //     for (String name = in.firstKey(); name != null; name = in.next()) {
    //         map.put(name, read(in));
    //     }
    //     return map;
    // }
    @Override
    public MethodSpec map(String name, TypeName element, boolean sparse, CodeBlock read) {
        return map(name, JavaTypes.STRING, CodeBlock.of("name"), element, sparse, read);
    }

    private MethodSpec map(
            String name, TypeName key, CodeBlock readKey, TypeName element, boolean sparse, CodeBlock read) {
        TypeName type = ParameterizedTypeName.get(JavaTypes.MAP, key, TokenFormat.elementType(element, sparse));
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(reader(), "in")
                .addStatement("$T map = new $T<>()", type, LinkedHashMap.class);
        if (sparse) {
            method.beginControlFlow(
                            "for ($T name = in.firstSparseKey(); name != null; name = in.nextEntry())", String.class)
                    .addStatement("map.put($L, in.isNull() ? null : $L)", readKey, read);
        } else {
            method.beginControlFlow("for ($T name = in.firstKey(); name != null; name = in.next())", String.class)
                    .addStatement("map.put($L, $L)", readKey, read);
        }
        return method.endControlFlow().addStatement("return map").build();
    }

    @Override
    public List<MethodSpec> collection(Shape collection) {
        Member member = CodecUsage.element(collection);
        Shape element = context().model().shape(member.target());
        TypeName type = context().types().boxed(member.target());
        CodeBlock read = value(CodeBlock.of("in"), element, context().wire().bodyFormat(member, element));
        if (collection instanceof ListShape list) {
            return List.of(list("read", type, list.sparse(), read));
        }
        MapShape map = (MapShape) collection;
        TypeName key = context().types().boxed(map.key().target());
        boolean byEnum = context().model().shape(map.key().target()) instanceof EnumShape;
        CodeBlock readKey = byEnum ? CodeBlock.of("$T.of(name)", key) : CodeBlock.of("name");
        return List.of(map("read", key, readKey, type, map.sparse(), read));
    }
}
