package dev.whittle.codegen.emit.codec.form;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.format.ItemWrites;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;

/** How a class writes forms: a parameter for each value, whose name has the names of all that it is in. */
public final class FormWrites extends ItemWrites {
    private static final CodeBlock OUT = CodeBlock.of("out");

    /**
     * The format in a class.
     *
     * @param home the class
     */
    public FormWrites(EmitContext context, ClassName home) {
        super(context, home);
    }

    @Override
    public ClassName writer() {
        return RuntimeTypes.FORM_WRITER;
    }

    // out.form("application/x-www-form-urlencoded")
    @Override
    public CodeBlock writerOf(String request, String contentType) {
        return CodeBlock.of("$L.form($S)", request, contentType);
    }

    // body.parameter("Action", "GetUser");
    // body.parameter("Version", "2010-05-08");
    @Override
    public CodeBlock open(String out, WireBody.Members body) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Fixed parameter : body.parameters()) {
            code.addStatement("$L.parameter($S, $S)", out, parameter.name(), parameter.value());
        }
        return code.build();
    }

    @Override
    public CodeBlock close(String out, WireBody.Members body) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock empty(String request, WireBody.Members body, Locals locals) {
        String local = locals.name("body");
        return CodeBlock.builder()
                .addStatement("$T $N = $L", writer(), local, writerOf(request, body.contentType()))
                .add(open(local, body))
                .build();
    }

    @Override
    protected boolean takesNothing(BoundMember bound, Shape target) {
        return hasNullableWriter(target)
                || target instanceof MapShape
                || (target instanceof ListShape && hasFlatForms());
    }

    private boolean hasFlatForms() {
        return context().wire().body().hasFlatForms();
    }

    @Override
    protected CodeBlock member(BoundMember bound, Shape target, CodeBlock value, Locals locals) {
        return property(
                bound.member(), bound.member().xml().flattened(), target, value, bound.timestampFormat(), locals);
    }

    @Override
    protected CodeBlock unionMember(BoundMember bound, Shape target, CodeBlock value, Locals locals) {
        return property(bound.member(), false, target, value, bound.timestampFormat(), locals);
    }

    // out.property("Name", value.name());
    //
    // out.start("Owner");
    // OwnerCodec.write(value.owner(), out);
    // out.end();
    private CodeBlock property(
            Member member, boolean flattened, Shape target, CodeBlock value, TimestampFormat format, Locals locals) {
        String name = name(member);
        if (target instanceof ListShape list) {
            return list(name, flattened, list, value, locals);
        }
        if (target instanceof MapShape map) {
            return map(flattened ? name : name + ".entry", map, value, locals);
        }
        CodeBlock.Builder code = CodeBlock.builder();
        if (target instanceof EnumShape || hasNullableWriter(target)) {
            return code.addStatement("out.property($S, $L)", name, text(target, value))
                    .build();
        }
        return code.addStatement("out.start($S)", name)
                .addStatement(content(target, value, format))
                .addStatement("out.end()")
                .build();
    }

    private String name(Member member) {
        return context().wire().body().formName(member);
    }

    private CodeBlock content(Shape target, CodeBlock value, TimestampFormat format) {
        boolean isSimple = target instanceof EnumShape || hasNullableWriter(target) || target.is(SimpleType.TIMESTAMP);
        return isSimple ? simple(OUT, target, value, format) : codec(OUT, target, value);
    }

    // out.startList("Tags", "member");
    // for (Tag item : value.tags()) {
    //     out.startItem();
    //     TagCodec.write(item, out);
    //     out.end();
    // }
    // out.endList("member");
    private CodeBlock list(String name, boolean flattened, ListShape list, CodeBlock value, Locals locals) {
        boolean flat = hasFlatForms();
        String item = flattened || flat ? "" : name(list.member());
        if (context().uses().isOfStrings(list)) {
            return CodeBlock.builder()
                    .addStatement(
                            flat
                                    ? CodeBlock.of("out.strings($S, $L)", name, value)
                                    : CodeBlock.of("out.strings($S, $S, $L)", name, item, value))
                    .build();
        }
        return CodeBlock.builder()
                .addStatement(
                        flat ? CodeBlock.of("out.start($S)", name) : CodeBlock.of("out.startList($S, $S)", name, item))
                .add(items(list, value, locals))
                .addStatement(flat ? CodeBlock.of("out.end()") : CodeBlock.of("out.endList($S)", item))
                .build();
    }

    private CodeBlock items(ListShape list, CodeBlock value, Locals locals) {
        Shape target = context().model().shape(list.member().target());
        return each(list, value, locals, each -> item(list.member(), target, each, locals), nothing());
    }

    private CodeBlock item(Member member, Shape target, CodeBlock value, Locals locals) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.startItem()");
        if (target instanceof ListShape list) {
            code.add(
                    hasFlatForms() ? items(list, value, locals) : list(name(list.member()), true, list, value, locals));
        } else if (target instanceof MapShape map) {
            code.add(map("entry", map, value, locals));
        } else {
            code.addStatement(content(target, value, context().wire().bodyFormat(member, target)));
        }
        return code.addStatement("out.end()").build();
    }

    // out.startItem();
    // out.empty();
    // out.end();
    private static CodeBlock nothing() {
        return CodeBlock.builder()
                .addStatement("out.startItem()")
                .addStatement("out.empty()")
                .addStatement("out.end()")
                .build();
    }

    // out.start("Counts.entry");
    // for (Map.Entry<String, Integer> entry : value.counts().entrySet()) {
    //     out.startItem();
    //     out.property("key", entry.getKey());
    //     out.property("value", entry.getValue());
    //     out.end();
    // }
    // out.end();
    private CodeBlock map(String name, MapShape map, CodeBlock value, Locals locals) {
        Shape target = context().model().shape(map.value().target());
        TimestampFormat format = context().wire().bodyFormat(map.value(), target);
        return CodeBlock.builder()
                .addStatement("out.start($S)", name)
                .add(each(
                        map,
                        value,
                        locals,
                        (key, each) -> CodeBlock.builder()
                                .addStatement("out.startItem()")
                                .addStatement("out.property($S, $L)", name(map.key()), key)
                                .add(orNothing(
                                        each,
                                        map.sparse(),
                                        property(map.value(), false, target, each, format, locals),
                                        CodeBlock.builder()
                                                .addStatement("out.property($S, $S)", name(map.value()), "")
                                                .build()))
                                .addStatement("out.end()")
                                .build()))
                .addStatement("out.end()")
                .build();
    }
}
