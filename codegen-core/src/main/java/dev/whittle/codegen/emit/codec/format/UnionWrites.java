package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method that writes a union: an object with one property. */
public final class UnionWrites {
    private final WriteFormat format;
    private final EmitContext context;
    private final UnionShape union;

    UnionWrites(WriteFormat format, UnionShape union) {
        this.format = format;
        this.context = format.context();
        this.union = union;
    }

    /** The methods of the union's codec. */
    public List<MethodSpec> methods() {
        return context.uses().uses(union.id(), Part.WRITE) ? List.of(write()) : List.of();
    }

    // static void write(Proxy value, JsonWriter out) {
    //     out.startObject();
    //     if (value instanceof Proxy.ExternalProxyMember member) {
    //         out.name("externalProxy");
    //         ExternalProxyCodec.write(member.externalProxy(), out);
    //     } else if (value instanceof Proxy.Unknown unknown && !unknown.tag().isEmpty()) {
    //         out.name(unknown.tag());
    //         out.value(unknown.value());
    //     }
    //     out.endObject();
    // }
    private MethodSpec write() {
        ClassName type = context.names().type(union.id());
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.codecs().method("write", union.id()))
                .addModifiers(Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(format.writer(), "out")
                .addCode(format.begin());
        CodeBlock.Builder choice = CodeBlock.builder();
        boolean first = true;
        for (BoundMember bound : context.wire().structure(union.id()).members()) {
            ClassName record = context.names().unionRecord(union.id(), bound.member());
            CodeBlock condition = CodeBlock.of("if (value instanceof $T member)", record);
            if (first) {
                choice.beginControlFlow("$L", condition);
            } else {
                choice.nextControlFlow("else $L", condition);
            }
            first = false;
            Shape target = context.model().shape(bound.member().target());
            CodeBlock value = CodeBlock.of("member.$N()", context.names().member(union.id(), bound.member()));
            choice.add(format.unionMember(bound, target, value, new Locals("value", "out", "member")));
        }
        choice.nextControlFlow(
                        "else if (value instanceof $T unknown && !unknown.tag().isEmpty())",
                        type.nestedClass("Unknown"))
                .add(format.unknownMember(type))
                .endControlFlow();
        return method.addCode(choice.build()).addCode(format.end()).build();
    }
}
