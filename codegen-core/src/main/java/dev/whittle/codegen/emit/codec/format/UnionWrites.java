package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.codec.format.Choice.Case;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.context.Weights;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
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

    /** Adds the method of the union's codec to its class. */
    public void addTo(TypeSpec.Builder home) {
        if (context.uses().uses(union.id(), Part.WRITE)) {
            home.addMethod(write(home));
        }
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
    private MethodSpec write(TypeSpec.Builder home) {
        ClassName type = context.names().type(union.id());
        List<Case> cases = context.wire().structure(union.id()).members().stream()
                .map(this::caseOf)
                .toList();
        Case unknown = new Case(
                CodeBlock.of("value instanceof $T unknown && !unknown.tag().isEmpty()", type.nestedClass("Unknown")),
                new Piece(format.unknownMember(type)));
        Parts parts = Parts.inNested(format.home().nestedClass("Writer"))
                .with(type, "value")
                .with(format.writer(), "out");
        MethodSpec method = MethodSpec.methodBuilder(context.codecs().method("write", union.id()))
                .addModifiers(Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(format.writer(), "out")
                .addCode(format.begin())
                .addCode(Choice.ofType(cases, unknown, context.isLong(union), parts))
                .addCode(format.end())
                .build();
        parts.addTo(home);
        return method;
    }

    private Case caseOf(BoundMember bound) {
        ClassName record = context.names().unionRecord(union.id(), bound.member());
        Shape target = context.model().shape(bound.member().target());
        CodeBlock value = CodeBlock.of("member.$N()", context.names().member(union.id(), bound.member()));
        CodeBlock write = format.unionMember(bound, target, value, new Locals("value", "out", "member"));
        return new Case(
                CodeBlock.of("value instanceof $T member", record),
                new Piece(write, Weights.of(target, context.model())));
    }
}
