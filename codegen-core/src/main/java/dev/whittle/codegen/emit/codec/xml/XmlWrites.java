package dev.whittle.codegen.emit.codec.xml;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.format.ItemWrites;
import dev.whittle.codegen.emit.codec.format.TextValues;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.model.XmlTraits.Namespace;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.XmlRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a class writes XML. A value is the content of an element, to whose start tag it may add attributes. */
public final class XmlWrites extends ItemWrites {
    private static final CodeBlock OUT = CodeBlock.of("out");

    /**
     * The format in a class.
     *
     * @param home the class
     */
    public XmlWrites(EmitContext context, ClassName home) {
        super(context, home);
    }

    @Override
    public ClassName writer() {
        return RuntimeTypes.XML_WRITER;
    }

    // out.xml("application/xml")
    @Override
    public CodeBlock writerOf(String request, String contentType) {
        return CodeBlock.of("$L.xml($S)", request, contentType);
    }

    // body.start("CreateRequest");
    // body.attribute("xmlns", "https://example.com/");
    @Override
    public CodeBlock open(String out, WireBody.Members body) {
        XmlRoot root = Objects.requireNonNull(body.root());
        return start(CodeBlock.of("$L", out), root.name(), root.namespace());
    }

    // body.end("CreateRequest");
    @Override
    public CodeBlock close(String out, WireBody.Members body) {
        String root = Objects.requireNonNull(body.root()).name();
        return CodeBlock.builder().addStatement("$L.end($S)", out, root).build();
    }

    @Override
    public CodeBlock empty(String request, WireBody.Members body, Locals locals) {
        return CodeBlock.of("");
    }

    private static CodeBlock start(CodeBlock out, String name, @Nullable Namespace namespace) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$L.start($S)", out, name);
        if (namespace != null) {
            String attribute = namespace.prefix() == null ? "xmlns" : "xmlns:" + namespace.prefix();
            code.addStatement("$L.attribute($S, $S)", out, attribute, namespace.uri());
        }
        return code.build();
    }

    /** Attributes come first, because they are part of the start tag. */
    @Override
    protected List<BoundMember> ordered(List<BoundMember> body) {
        List<BoundMember> ordered = new ArrayList<>(body);
        ordered.removeIf(bound -> !bound.member().xml().attribute());
        body.stream().filter(bound -> !ordered.contains(bound)).forEach(ordered::add);
        return ordered;
    }

    @Override
    protected boolean takesNothing(BoundMember bound, Shape target) {
        if (bound.member().xml().attribute()) {
            return TextValues.isText(target);
        }
        if (target instanceof ListShape || target instanceof MapShape) {
            return bound.member().xml().flattened();
        }
        return hasNullableWriter(target) && bound.member().xml().namespace() == null;
    }

    @Override
    protected CodeBlock member(BoundMember bound, Shape target, CodeBlock value, Locals locals) {
        Member member = bound.member();
        String name = ((WireBinding.Body) bound.binding()).name();
        if (member.xml().attribute()) {
            CodeBlock text =
                    new TextValues(context().names()).toText(target, value, bound.timestampFormat(), member.name());
            return CodeBlock.builder()
                    .addStatement("out.attribute($S, $L)", name, text)
                    .build();
        }
        Element element = new Element(name, member.xml().namespace(), bound.timestampFormat());
        if (member.xml().flattened() && target instanceof ListShape list) {
            return items(element, list, value, locals);
        }
        return member.xml().flattened() && target instanceof MapShape map
                ? entries(element, map, value, locals)
                : element(element, target, value, locals);
    }

    @Override
    protected CodeBlock unionMember(BoundMember bound, Shape target, CodeBlock value, Locals locals) {
        String name = ((WireBinding.Body) bound.binding()).name();
        return element(
                new Element(name, bound.member().xml().namespace(), bound.timestampFormat()), target, value, locals);
    }

    /**
     * An element that holds a value.
     *
     * @param timestamps how a timestamp is written in it
     */
    private record Element(String name, @Nullable Namespace namespace, TimestampFormat timestamps) {}

    /** The element of an item of a list or of a part of an entry. */
    private Element element(Member member) {
        Shape target = context().model().shape(member.target());
        return new Element(
                context().wire().body().name(member),
                member.xml().namespace(),
                context().wire().bodyFormat(member, target));
    }

    // out.element("Name", value.name());
    //
    // out.start("Owner");
    // OwnerCodec.write(value.owner(), out);
    // out.end("Owner");
    private CodeBlock element(Element element, Shape target, CodeBlock value, Locals locals) {
        if (element.namespace() == null && (target instanceof EnumShape || hasNullableWriter(target))) {
            return CodeBlock.builder()
                    .addStatement("out.element($S, $L)", element.name(), text(target, value))
                    .build();
        }
        return CodeBlock.builder()
                .add(start(OUT, element.name(), element.namespace()))
                .add(content(element, target, value, locals))
                .addStatement("out.end($S)", element.name())
                .build();
    }

    private CodeBlock content(Element element, Shape target, CodeBlock value, Locals locals) {
        if (target instanceof ListShape list) {
            return items(element(list.member()), list, value, locals);
        }
        if (target instanceof MapShape map) {
            return entries(new Element("entry", null, element.timestamps()), map, value, locals);
        }
        CodeBlock write = target instanceof SimpleShape || target instanceof EnumShape
                ? simple(OUT, target, value, element.timestamps())
                : codec(OUT, target, value);
        return CodeBlock.builder().addStatement(write).build();
    }

    // for (String item : value.names()) {
    //     out.element("member", item);
    // }
    private CodeBlock items(Element element, ListShape list, CodeBlock value, Locals locals) {
        Shape target = context().model().shape(list.member().target());
        Element item = new Element(
                element.name(), element.namespace(), element(list.member()).timestamps());
        return each(list, value, locals, each -> element(item, target, each, locals), nothing(item));
    }

    // for (Map.Entry<String, Integer> entry : value.counts().entrySet()) {
    //     out.start("entry");
    //     out.element("key", entry.getKey());
    //     out.element("value", entry.getValue());
    //     out.end("entry");
    // }
    private CodeBlock entries(Element element, MapShape map, CodeBlock value, Locals locals) {
        Element keyElement = element(map.key());
        Element valueElement = element(map.value());
        Shape target = context().model().shape(map.value().target());
        return each(
                map,
                value,
                locals,
                (text, each) -> CodeBlock.builder()
                        .add(start(OUT, element.name(), element.namespace()))
                        .add(keyOf(keyElement, text))
                        .add(orNothing(
                                each, map.sparse(), element(valueElement, target, each, locals), nothing(valueElement)))
                        .addStatement("out.end($S)", element.name())
                        .build());
    }

    private static CodeBlock keyOf(Element element, CodeBlock text) {
        if (element.namespace() == null) {
            return CodeBlock.builder()
                    .addStatement("out.element($S, $L)", element.name(), text)
                    .build();
        }
        return CodeBlock.builder()
                .add(start(OUT, element.name(), element.namespace()))
                .addStatement("out.value($L)", text)
                .addStatement("out.end($S)", element.name())
                .build();
    }

    /** An element without content. */
    private static CodeBlock nothing(Element element) {
        return CodeBlock.builder()
                .addStatement("out.start($S)", element.name())
                .addStatement("out.end($S)", element.name())
                .build();
    }
}
