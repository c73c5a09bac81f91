package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.Formats;
import dev.whittle.codegen.emit.codec.format.TextValues;
import dev.whittle.codegen.emit.codec.format.WriteFormat;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.emit.java.UriLiterals;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes the request of one operation: {@linkplain RequestTarget host and path}, query, headers, body. */
final class RequestMethod {
    private final EmitContext context;
    private final TextValues texts;
    private final Operation operation;
    private final StructureShape input;
    private final WireStructure wire;
    private final WireOperation wireOperation;
    private final WriteFormat format;
    private final Locals locals = new Locals("input", "out", "item");

    RequestMethod(EmitContext context, Operation operation) {
        this.context = context;
        this.texts = new TextValues(context.names());
        this.operation = operation;
        this.input = context.model().structure(operation.input());
        this.wire = context.wire().structure(operation.input());
        this.wireOperation = context.wire().operation(operation);
        this.format = Formats.writes(context, context.names().operation(operation));
    }

    /**
     * The statements of the method.
     *
     * @param spec the class of the operation; long code adds a nested class to it
     */
    CodeBlock write(TypeSpec.Builder spec) {
        Parts parts = Parts.inNested(context.names().operation(operation).nestedClass("Writer"))
                .with(context.names().type(input.id()), "input")
                .with(RuntimeTypes.REQUEST_WRITER, "out");
        List<Piece> pieces = new ArrayList<>(new RequestTarget(context, operation).pieces());
        pieces.addAll(queryAndHeaders());
        CodeBlock code = CodeBlock.builder()
                .add(idempotencyTokens(parts))
                .add(new SupplementMethods(context, operation).changedMembers())
                .add(parts.statements("part", pieces))
                .add(body())
                .build();
        parts.addTo(spec);
        return code;
    }

    private List<Piece> queryAndHeaders() {
        List<Piece> pieces = new ArrayList<>();
        for (WireOperation.Fixed parameter : wireOperation.queryParameters()) {
            pieces.add(Piece.statement(
                    "out.query($S, $S)", UriLiterals.decode(parameter.name()), UriLiterals.decode(parameter.value())));
        }
        for (WireOperation.Fixed header : wireOperation.headers()) {
            pieces.add(fixed(header));
        }
        for (BoundMember bound : wire.outsideBody()) {
            if (bound.binding() instanceof WireBinding.Query query) {
                pieces.add(new Piece(scalarOrList(bound, query(bound, query.name()))));
            } else if (bound.binding() instanceof WireBinding.Header header) {
                pieces.add(new Piece(header(bound, header.name())));
            }
        }
        // A map of headers or query parameters never overrides one that a member of its own sets.
        for (BoundMember bound : wire.outsideBody()) {
            if (bound.binding() instanceof WireBinding.PrefixHeaders prefix) {
                pieces.add(Piece.statement(
                        "out.prefixHeaders($S, $S, $L)",
                        prefix.prefix(),
                        bound.member().name(),
                        accessor(bound.member())));
            } else if (bound.binding() instanceof WireBinding.QueryMap) {
                pieces.add(Piece.statement(
                        "out.$L($S, $L)", queryMap(bound), bound.member().name(), accessor(bound.member())));
            }
        }
        return pieces;
    }

    // out.header("X-Amz-Target", "Tiny.Get");
    // out.header("Accept", input.accepts() == null ? "application/json" : null);
    /** A header that is the same in each request; a member that is bound to it takes precedence. */
    private Piece fixed(WireOperation.Fixed header) {
        for (BoundMember bound : wire.outsideBody()) {
            if (bound.binding() instanceof WireBinding.Header other
                    && other.name().equalsIgnoreCase(header.name())) {
                return Piece.statement(
                        "out.header($S, $L == null ? $S : null)",
                        header.name(),
                        accessor(bound.member()),
                        header.value());
            }
        }
        return Piece.statement("out.header($S, $S)", header.name(), header.value());
    }

    // if (input.clientToken() == null) {
    //     input = input.toBuilder().clientToken(out.idempotencyToken()).build();
    // }
    private CodeBlock idempotencyTokens(Parts parts) {
        List<Member> tokens =
                input.members().stream().filter(Member::idempotencyToken).toList();
        if (!Parts.areNeeded(tokens.size())) {
            return idempotencyTokens(tokens);
        }
        // input = Writer.tokens1(input, out);
        CodeBlock.Builder code = CodeBlock.builder();
        parts.calls(
                        "tokens",
                        context.names().type(input.id()),
                        tokens,
                        some -> CodeBlock.builder()
                                .add(idempotencyTokens(some))
                                .addStatement("return input")
                                .build())
                .forEach(call -> code.addStatement("input = $L", call));
        return code.build();
    }

    private CodeBlock idempotencyTokens(List<Member> tokens) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Member member : tokens) {
            code.beginControlFlow("if ($L == null)", accessor(member))
                    .addStatement("input = input.toBuilder().$N(out.idempotencyToken()).build()", name(member))
                    .endControlFlow();
        }
        return code.build();
    }

    private CodeBlock toText(Shape target, CodeBlock value, BoundMember bound) {
        return texts.toText(
                target, value, bound.timestampFormat(), bound.member().name());
    }

    // text -> out.query("next", "nextToken", text)
    private UnaryOperator<CodeBlock> query(BoundMember bound, String name) {
        String member = bound.member().name();
        return canBeRejected(bound) && !name.equals(member)
                ? text -> CodeBlock.of("out.query($S, $S, $L)", name, member, text)
                : text -> CodeBlock.of("out.query($S, $L)", name, text);
    }

    /** Whether the runtime may reject the text; the call then names the member, for the error message. */
    private boolean canBeRejected(BoundMember bound) {
        Shape target = target(bound.member());
        return TextValues.isAnyText(
                target instanceof ListShape list
                        ? context.model().shape(list.member().target())
                        : target);
    }

    /** Applies a call to a value that is set, or to each element of a list. */
    private CodeBlock scalarOrList(BoundMember bound, UnaryOperator<CodeBlock> call) {
        Shape target = target(bound.member());
        CodeBlock value = accessor(bound.member());
        CodeBlock.Builder code = CodeBlock.builder();
        if (target instanceof ListShape list) {
            Shape element = context.model().shape(list.member().target());
            CodeBlock text = toText(element, CodeBlock.of("item"), bound);
            code.beginControlFlow("for ($T item : $L)", context.types().element(list), value);
            if (list.sparse()) {
                code.beginControlFlow("if (item != null)")
                        .addStatement(call.apply(text))
                        .endControlFlow();
            } else {
                code.addStatement(call.apply(text));
            }
            return code.endControlFlow().build();
        }
        if (TextValues.isText(target)) {
            return code.addStatement(call.apply(value)).build();
        }
        return code.beginControlFlow("if ($L != null)", value)
                .addStatement(call.apply(toText(target, value, bound)))
                .endControlFlow()
                .build();
    }

    private CodeBlock header(BoundMember bound, String header) {
        Shape target = target(bound.member());
        CodeBlock value = accessor(bound.member());
        if (bound.member().jsonValue()) {
            return CodeBlock.builder()
                    .beginControlFlow("if ($L != null)", value)
                    .addStatement("out.header($S, $T.base64($L))", header, RuntimeTypes.TEXT, value)
                    .endControlFlow()
                    .build();
        }
        if (!(target instanceof ListShape list)) {
            return scalarOrList(bound, headerCall(bound, header));
        }
        // if (input.hasIds()) {
        //     HeaderList idsHeader = new HeaderList();
        //     for (Integer item : input.ids()) {
        //         idsHeader.addPlain(Text.of(item));
        //     }
        //     out.header("X-Ids", idsHeader.text());
        // }
        Shape element = context.model().shape(list.member().target());
        boolean quoted = TextValues.isText(element) || element instanceof EnumShape;
        String local = locals.name(name(bound.member()) + "Header");
        return CodeBlock.builder()
                .beginControlFlow("if (input.$N())", Names.presence(bound.member()))
                .addStatement("$T $N = new $T()", RuntimeTypes.HEADER_LIST, local, RuntimeTypes.HEADER_LIST)
                .add(scalarOrList(bound, text -> CodeBlock.of("$N.$L($L)", local, quoted ? "add" : "addPlain", text)))
                .addStatement(headerCall(bound, header).apply(CodeBlock.of("$N.text()", local)))
                .endControlFlow()
                .build();
    }

    // text -> out.header("X-Text", "text", text)
    private UnaryOperator<CodeBlock> headerCall(BoundMember bound, String header) {
        return canBeRejected(bound)
                ? text -> CodeBlock.of(
                        "out.header($S, $S, $L)", header, bound.member().name(), text)
                : text -> CodeBlock.of("out.header($S, $L)", header, text);
    }

    private String queryMap(BoundMember bound) {
        MapShape map = (MapShape) target(bound.member());
        return context.model().shape(map.value().target()) instanceof ListShape ? "queryListMap" : "queryMap";
    }

    private CodeBlock body() {
        WireBody body = wireOperation.requestBody();
        if (body instanceof WireBody.Payload payload) {
            return payload(payload);
        }
        if (body instanceof WireBody.Stream stream) {
            return CodeBlock.builder()
                    .addStatement(
                            "out.body($S, $L)",
                            stream.contentType(),
                            accessor(stream.member().member()))
                    .build();
        }
        if (body instanceof WireBody.Events events) {
            return events(events);
        }
        return body instanceof WireBody.Members members
                ? members(members)
                : CodeBlock.builder().build();
    }

    private CodeBlock members(WireBody.Members members) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!wire.body().isEmpty()) {
            code.add(
                    format.body("out", members, locals, out -> CodeBlock.of("$L(input, $L)", writer(input.id()), out)));
        } else if (members.evenIfEmpty()) {
            code.add(format.empty("out", members, locals));
        }
        return code.build();
    }

    // writeStartConversationRequest(input, out.json("application/x-amz-json-1.1"));
    // EventSource<AudioStream> events = input.audioStream();
    // out.events(AudioStreamEvents.INSTANCE, events != null ? events : EventSource.of(List.of()));
    private CodeBlock events(WireBody.Events body) {
        Member member = body.member().member();
        CodeBlock.Builder code = CodeBlock.builder();
        if (body.initial() != null) {
            code.add(members(body.initial()));
        }
        String local = locals.name("events");
        return code.addStatement("$T $N = $L", context.types().boxed(member, Role.INPUT), local, accessor(member))
                .addStatement(
                        "out.events($T.INSTANCE, $N != null ? $N : $T.of($T.of()))",
                        context.names().events(member.target()),
                        local,
                        local,
                        RuntimeTypes.EVENT_SOURCE,
                        List.class)
                .build();
    }

    private CodeBlock payload(WireBody.Payload payload) {
        Member member = payload.member().member();
        CodeBlock value = accessor(member);
        Shape target = target(member);
        boolean collection = target instanceof ListShape || target instanceof MapShape;
        CodeBlock.Builder code = CodeBlock.builder();
        if (collection) {
            code.beginControlFlow("if (input.$N())", Names.presence(member));
        } else {
            code.beginControlFlow("if ($L != null)", value);
        }
        code.add(payload(target, value, payload));
        CodeBlock empty =
                target instanceof StructureShape ? format.empty("out", payload.members(), locals) : CodeBlock.of("");
        if (!empty.isEmpty()) {
            // The body of a structure is an object even where the structure is not set.
            code.nextControlFlow("else").add(empty);
        }
        return code.endControlFlow().build();
    }

    private CodeBlock payload(Shape target, CodeBlock value, WireBody.Payload payload) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (target instanceof EnumShape || TextValues.isText(target)) {
            CodeBlock text = toText(target, value, payload.member());
            return code.addStatement("out.body($S, $L)", payload.contentType(), text)
                    .build();
        }
        if (target.is(SimpleType.BLOB)) {
            return code.addStatement("out.body($S, $L)", payload.contentType(), value)
                    .build();
        }
        if (target instanceof StructureShape || target instanceof UnionShape) {
            return format.body(
                    "out",
                    payload.members(),
                    locals,
                    out -> CodeBlock.of("$L($L, $L)", writer(target.id()), value, out));
        }
        CodeBlock out = format.writerOf("out", payload.contentType());
        return code.addStatement(
                        format.payload(out, target, value, payload.member().timestampFormat()))
                .build();
    }

    private CodeBlock writer(ShapeId shape) {
        return context.codecs().reference(context.names().operation(operation), "write", shape);
    }

    private Shape target(Member member) {
        return context.model().shape(member.target());
    }

    private String name(Member member) {
        return context.names().member(input.id(), member);
    }

    private CodeBlock accessor(Member member) {
        return CodeBlock.of("input.$N()", name(member));
    }
}
