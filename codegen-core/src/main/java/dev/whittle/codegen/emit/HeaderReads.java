package dev.whittle.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.emit.part.TextValues;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.BoundMember;
import dev.whittle.codegen.protocol.WireBinding;
import java.util.ArrayList;
import java.util.List;

/** Reads what an answer carries outside of its body: headers and status. */
final class HeaderReads {
    private final EmitContext context;
    private final TextValues texts;

    HeaderReads(EmitContext context) {
        this.context = context;
        this.texts = new TextValues(context.names());
    }

    /** Sets what comes from headers and status on {@code builder}. */
    CodeBlock read(StructureShape structure, String reader) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (BoundMember bound : context.wire().structure(structure.id()).outsideBody()) {
            String name = context.names().member(structure.id(), bound.member());
            if (bound.binding() instanceof WireBinding.Status) {
                code.addStatement("builder.$N($L.status())", name, reader);
            } else if (bound.binding() instanceof WireBinding.PrefixHeaders prefix) {
                code.addStatement("builder.$N($L.prefixHeaders($S))", name, reader, prefix.prefix());
            } else if (bound.binding() instanceof WireBinding.Header header) {
                code.add(header(name, header.name(), bound, reader));
            }
        }
        return code.build();
    }

    private CodeBlock header(String name, String header, BoundMember bound, String reader) {
        Shape target = context.model().shape(bound.member().target());
        if (target instanceof ListShape list) {
            return list(name, header, list, bound.timestampFormat(), reader);
        }
        CodeBlock value = CodeBlock.of("$L.header($S)", reader, header);
        if (TextValues.isText(target)
                && !bound.member().jsonValue()
                && !bound.member().required()) {
            return CodeBlock.builder()
                    .addStatement("builder.$N($L)", name, value)
                    .build();
        }
        CodeBlock text = CodeBlock.of("$N", local(name));
        CodeBlock parsed = bound.member().jsonValue()
                ? CodeBlock.of("$T.stringFromBase64($L, $S)", RuntimeTypes.TEXT, text, header)
                : texts.fromText(target, text, header);
        return CodeBlock.builder()
                .addStatement("$T $N = $L", String.class, local(name), value)
                .beginControlFlow("if ($N != null)", local(name))
                .addStatement("builder.$N($L)", name, parsed)
                .endControlFlow()
                .build();
    }

    // List<Integer> ids = new ArrayList<>();
    // for (String item : in.headerList("X-Ids")) {
    //     ids.add(Text.integer(item, "X-Ids"));
    // }
    private CodeBlock list(String name, String header, ListShape list, TimestampFormat format, String reader) {
        Shape element = context.model().shape(list.member().target());
        TypeName type = context.types().boxed(list.member().target());
        boolean dates = element instanceof SimpleShape simple
                && simple.type() == SimpleType.TIMESTAMP
                && format == TimestampFormat.HTTP_DATE;
        CodeBlock items = CodeBlock.of("$L.$L($S)", reader, dates ? "headerDates" : "headerList", header);
        if (TextValues.isText(element)) {
            return CodeBlock.builder()
                    .beginControlFlow("if ($L.header($S) != null)", reader, header)
                    .addStatement("builder.$N($L)", name, items)
                    .endControlFlow()
                    .build();
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L.header($S) != null)", reader, header)
                .addStatement("$T<$T> $N = new $T<>()", List.class, type, local(name), ArrayList.class)
                .beginControlFlow("for ($T item : $L)", String.class, items)
                .addStatement("$N.add($L)", local(name), texts.fromText(element, CodeBlock.of("item"), header))
                .endControlFlow()
                .addStatement("builder.$N($N)", name, local(name))
                .endControlFlow()
                .build();
    }

    /** A local variable that no parameter or other local has the name of. */
    private static String local(String name) {
        return name + "Header";
    }
}
