package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.format.TextValues;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.ArrayList;
import java.util.List;

/** Reads what a response carries outside of its body: headers and status. */
final class ResponseHeaders {
    private final EmitContext context;
    private final Locals locals;
    private final TextValues texts;

    /**
     * What is read in one method.
     *
     * @param locals what is in scope there
     */
    ResponseHeaders(EmitContext context, Locals locals) {
        this.context = context;
        this.locals = locals;
        this.texts = new TextValues(context.names());
    }

    // builder.status(in.status());
    // builder.etag(in.header("ETag"));
    /**
     * Sets on {@code builder} what comes from headers and status, and before them the defaults that are too many for an
     * expression.
     *
     * @param spec the class; long code adds a nested class to it
     */
    CodeBlock read(
            StructureShape structure, ClassName readerType, String reader, ClassName home, TypeSpec.Builder spec) {
        Parts parts = Parts.inNested(home.nestedClass("HeaderReader"))
                .with(readerType, reader)
                .with(context.names().type(structure.id()).nestedClass("Builder"), "builder");
        List<Piece> pieces = new ArrayList<>(context.corrections().presets(structure));
        pieces.addAll(pieces(structure, reader));
        CodeBlock code = parts.statements("part", pieces);
        parts.addTo(spec);
        return code;
    }

    private List<Piece> pieces(StructureShape structure, String reader) {
        List<Piece> pieces = new ArrayList<>();
        for (BoundMember bound : context.wire().structure(structure.id()).outsideBody()) {
            String name = context.names().member(structure.id(), bound.member());
            if (bound.binding() instanceof WireBinding.Status) {
                pieces.add(Piece.statement("builder.$N($L.status())", name, reader));
            } else if (bound.binding() instanceof WireBinding.PrefixHeaders prefix) {
                pieces.add(Piece.statement("builder.$N($L.prefixHeaders($S))", name, reader, prefix.prefix()));
            } else if (bound.binding() instanceof WireBinding.Header header) {
                pieces.add(new Piece(header(name, header.name(), bound, reader)));
            }
        }
        return pieces;
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
        String local = locals.name(name + "Header");
        CodeBlock text = CodeBlock.of("$N", local);
        CodeBlock parsed = bound.member().jsonValue()
                ? CodeBlock.of("$T.stringFromBase64($L, $S)", RuntimeTypes.TEXT, text, header)
                : texts.fromText(target, text, header);
        return CodeBlock.builder()
                .addStatement("$T $N = $L", String.class, local, value)
                .beginControlFlow("if ($N != null)", local)
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
        boolean dates = element.is(SimpleType.TIMESTAMP) && format == TimestampFormat.HTTP_DATE;
        CodeBlock items = CodeBlock.of("$L.$L($S)", reader, dates ? "headerDates" : "headerList", header);
        if (TextValues.isText(element)) {
            return CodeBlock.builder()
                    .beginControlFlow("if ($L.header($S) != null)", reader, header)
                    .addStatement("builder.$N($L)", name, items)
                    .endControlFlow()
                    .build();
        }
        String local = locals.name(name + "Header");
        String item = locals.name("item");
        return CodeBlock.builder()
                .beginControlFlow("if ($L.header($S) != null)", reader, header)
                .addStatement("$T<$T> $N = new $T<>()", List.class, type, local, ArrayList.class)
                .beginControlFlow("for ($T $N : $L)", String.class, item, items)
                .addStatement("$N.add($L)", local, texts.fromText(element, CodeBlock.of("$N", item), header))
                .endControlFlow()
                .addStatement("builder.$N($N)", name, local)
                .endControlFlow()
                .build();
    }
}
