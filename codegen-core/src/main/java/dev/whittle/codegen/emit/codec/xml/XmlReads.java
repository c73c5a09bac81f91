package dev.whittle.codegen.emit.codec.xml;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.codec.format.ReadLoop;
import dev.whittle.codegen.emit.codec.format.TextValues;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * How a class reads XML. Everything in the element of a list is an item, whatever its name is, and names have no prefixes.
 */
public final class XmlReads extends ReadFormat {
    private static final CodeBlock IN = CodeBlock.of("in");

    /**
     * The format in a class.
     *
     * @param home the class
     */
    public XmlReads(EmitContext context, ClassName home) {
        super(context, home);
    }

    @Override
    public ClassName reader() {
        return RuntimeTypes.XML_READER;
    }

    @Override
    public ClassName errors() {
        return RuntimeTypes.XML_ERRORS;
    }

    // in.xml()
    @Override
    public CodeBlock readerOf(String response) {
        return CodeBlock.of("$L.xml()", response);
    }

    // in.xml("GetUserResult")
    @Override
    public CodeBlock readerOf(String response, String wrapper) {
        return CodeBlock.of("$L.xml($S)", response, wrapper);
    }

    @Override
    protected String property(String name) {
        return BodyFormat.localName(name);
    }

    @Override
    protected boolean addOther(
            ReadLoop loop, StructureShape structure, BoundMember bound, Shape target, Locals locals) {
        String property = context().names().member(structure.id(), bound.member());
        if (bound.member().xml().attribute()) {
            addAttribute(loop, property, bound, target, locals);
            return true;
        }
        if (!context().uses().isFlattened(bound.member())) {
            return false;
        }
        if (target instanceof ListShape list) {
            addFlattened(loop, property, bound, list, locals);
        } else {
            addFlattened(loop, property, bound, (MapShape) target, locals);
        }
        return true;
    }

    // String type = in.attribute("xsi:type");
    // if (type != null) {
    //     builder.type(GranteeType.of(type));
    // }
    private void addAttribute(ReadLoop loop, String property, BoundMember bound, Shape target, Locals locals) {
        String name = ((WireBinding.Body) bound.binding()).name();
        String local = locals.name(property);
        CodeBlock value = new TextValues(context().names()).fromText(target, CodeBlock.of("$N", local), name);
        loop.before(new Piece(CodeBlock.builder()
                .addStatement("$T $N = in.attribute($S)", String.class, local, name)
                .beginControlFlow("if ($N != null)", local)
                .addStatement("builder.$N($L)", property, value)
                .endControlFlow()
                .build()));
    }

    // List<Grant> grants = new ArrayList<>();
    // … case "Grant" -> grants.add(GrantCodec.read(in));
    // if (!grants.isEmpty()) {
    //     builder.grants(grants);
    // }
    private void addFlattened(ReadLoop loop, String property, BoundMember bound, ListShape list, Locals locals) {
        String local = locals.name(property);
        Shape element = context().model().shape(list.member().target());
        loop.variable(context().types().boxed(list.id()), local, CodeBlock.of("new $T<>()", ArrayList.class));
        loop.property(
                property(((WireBinding.Body) bound.binding()).name()),
                CodeBlock.of("$N.add($L)", local, element(list.member(), element)));
        addSet(loop, property, local);
    }

    // Map<String, String> attributes = new LinkedHashMap<>();
    // … case "Attribute" -> AttributesCodec.readEntry(in, attributes);
    // if (!attributes.isEmpty()) {
    //     builder.attributes(attributes);
    // }
    private void addFlattened(ReadLoop loop, String property, BoundMember bound, MapShape map, Locals locals) {
        String local = locals.name(property);
        loop.variable(context().types().boxed(map.id()), local, CodeBlock.of("new $T<>()", LinkedHashMap.class));
        loop.property(
                property(((WireBinding.Body) bound.binding()).name()),
                CodeBlock.of("$L(in, $N)", context().codecs().reference(home(), "readEntry", map.id()), local));
        addSet(loop, property, local);
    }

    private static void addSet(ReadLoop loop, String property, String local) {
        loop.after(new Piece(CodeBlock.builder()
                .beginControlFlow("if (!$N.isEmpty())", local)
                .addStatement("builder.$N($N)", property, local)
                .endControlFlow()
                .build()));
    }

    private CodeBlock element(Member member, Shape target) {
        return value(IN, target, context().wire().bodyFormat(member, target));
    }

    @Override
    protected String firstMember() {
        return "first";
    }

    @Override
    protected String nextMember() {
        return "next";
    }

    // new Proxy.Unknown(name, Document.NULL)
    @Override
    protected CodeBlock unknownMember(ClassName unknown) {
        return CodeBlock.of("new $T(name, $T.NULL)", unknown, RuntimeTypes.DOCUMENT);
    }

    @Override
    protected CodeBlock beforeUnknownMember() {
        return CodeBlock.builder().addStatement("in.skip()").build();
    }

    @Override
    protected CodeBlock simple(CodeBlock in, SimpleShape shape, TimestampFormat format) {
        return CodeBlock.of("$L.$L()", in, method(shape, timestampMethod(format)));
    }

    @Override
    protected String strings(boolean isList, boolean sparse) {
        return "strings";
    }

    // static List<Grant> readList(XmlReader in) {
    //     List<Grant> list = new ArrayList<>();
    //     for (String item = in.first(); item != null; item = in.next()) {
    //         list.add(read(in));
    //     }
    //     return list;
    // }
    @Override
    public MethodSpec list(String name, TypeName element, boolean sparse, CodeBlock read) {
        TypeName type = ParameterizedTypeName.get(JavaTypes.LIST, sparse ? JavaTypes.nullable(element) : element);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(reader(), "in")
                .addStatement("$T list = new $T<>()", type, ArrayList.class)
                .beginControlFlow("for ($T item = in.first(); item != null; item = in.next())", String.class)
                .addStatement("list.add($L)", read)
                .endControlFlow()
                .addStatement("return list")
                .build();
    }

    @Override
    public MethodSpec map(String name, TypeName element, boolean sparse, CodeBlock read) {
        throw new IllegalArgumentException("each map has names of its own: " + name);
    }

    @Override
    public List<MethodSpec> collection(Shape collection) {
        Member member = CodecUsage.element(collection);
        Shape target = context().model().shape(member.target());
        TypeName element = context().types().boxed(member.target());
        return collection instanceof ListShape list
                ? List.of(list("read", element, list.sparse(), element(member, target)))
                : new MapReads(context(), (MapShape) collection, element(member, target)).methods();
    }
}
