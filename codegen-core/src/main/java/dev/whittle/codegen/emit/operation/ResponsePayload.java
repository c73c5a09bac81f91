package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.Formats;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.codec.format.TextValues;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.XmlRoot;

/** Reads the member of an output or error that is the whole body. */
final class ResponsePayload {
    private final EmitContext context;
    private final ClassName home;

    /**
     * What is read in one class, in methods that have no locals {@code payload} and {@code body} of their own.
     *
     * @param home the class
     */
    ResponsePayload(EmitContext context, ClassName home) {
        this.context = context;
        this.home = home;
    }

    /** Sets the payload of a structure, if it has one, on {@code builder}. */
    CodeBlock read(StructureShape structure, String reader) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (BoundMember payload : context.wire().structure(structure.id()).payload()) {
            XmlRoot root = structure.role() == Role.ERROR
                    ? null
                    : XmlRoot.of(
                            context.model(), payload.member(), context.wire().body());
            code.add(read(
                    context.names().member(structure.id(), payload.member()),
                    payload,
                    ResponseMethod.reader(reader, root)));
        }
        return code.build();
    }

    private CodeBlock read(String name, BoundMember payload, String reader) {
        Shape target = context.model().shape(payload.member().target());
        CodeBlock.Builder code = CodeBlock.builder();
        boolean isRoot = payload.binding() instanceof WireBinding.Root;
        if (!isRoot && target.is(SimpleType.BLOB)) {
            return code.addStatement("$T payload = $L.blob()", RuntimeTypes.BLOB, reader)
                    .add(setIfPresent(name, CodeBlock.of("payload")))
                    .build();
        }
        if (!isRoot && (target instanceof EnumShape || TextValues.isText(target))) {
            return code.addStatement("$T payload = $L.text()", String.class, reader)
                    .add(setIfPresent(
                            name, new TextValues(context.names()).fromText(target, CodeBlock.of("payload"), "body")))
                    .build();
        }
        ReadFormat format = Formats.reads(context, home);
        code.addStatement("$T body = $L", format.reader(), format.readerOf(reader))
                .beginControlFlow("if (body.hasValue())")
                .addStatement(
                        "builder.$N($L)", name, format.value(CodeBlock.of("body"), target, payload.timestampFormat()));
        boolean hasCodec = target instanceof StructureShape || target instanceof UnionShape;
        if (hasCodec && payload.member().required()) {
            code.nextControlFlow("else")
                    .addStatement("builder.$N($L())", name, context.codecs().reference(home, "empty", target.id()));
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock setIfPresent(String name, CodeBlock value) {
        return CodeBlock.builder()
                .beginControlFlow("if (payload != null)")
                .addStatement("builder.$N($L)", name, value)
                .endControlFlow()
                .build();
    }
}
