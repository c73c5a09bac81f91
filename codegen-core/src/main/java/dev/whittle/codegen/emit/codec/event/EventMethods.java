package dev.whittle.codegen.emit.codec.event;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.Formats;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.codec.format.StructureReads;
import dev.whittle.codegen.emit.codec.format.WriteFormat;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * How the structure of an event is read and written. An event that is nothing but its payload has the codec of its structure,
 * and one with headers or a payload member has methods of its own.
 */
final class EventMethods {
    private final EmitContext context;
    private final WireEvent event;
    private final ClassName home;
    private final StructureShape structure;
    private final ClassName type;
    private final Map<String, JavaMember> properties = new HashMap<>();

    /**
     * The methods of one event.
     *
     * @param home the class that they are in
     */
    EventMethods(EmitContext context, WireEvent event, ClassName home) {
        this.context = context;
        this.event = event;
        this.home = home;
        this.structure = context.model().structure(event.member().target());
        this.type = context.names().type(structure.id());
        JavaMember.of(structure, context.model(), context.names(), context.types())
                .forEach(property -> properties.put(property.member().name(), property));
    }

    private boolean isEmpty() {
        return event.structure().members().isEmpty();
    }

    /** Whether the event has methods of its own. */
    boolean areNeeded() {
        return !event.isWholePayload() && !isEmpty();
    }

    // readPart(in.json())
    // readPart(in)
    // Pause.builder().build()
    /** The structure of an event that is read. */
    CodeBlock readFrom(String in) {
        if (event.isWholePayload()) {
            return CodeBlock.of(
                    "$L($L)",
                    context.codecs().reference(home, "read", structure.id()),
                    Formats.reads(context, home).readerOf(in));
        }
        return isEmpty()
                ? CodeBlock.of("$T.builder().build()", type)
                : CodeBlock.of("read$L($L)", type.simpleName(), in);
    }

    // writePart(member.part(), out.json("application/json"));
    // writePart(member.part(), out);
    /** Writes the structure of an event. */
    CodeBlock writeTo(String out, CodeBlock value) {
        if (isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder code = CodeBlock.builder();
        if (event.payload() instanceof WireBody.Members members && event.isWholePayload()) {
            CodeBlock writer = context.codecs().reference(home, "write", structure.id());
            return code.add(Formats.writes(context, home)
                            .body(
                                    out,
                                    members,
                                    new Locals("event", out, "member"),
                                    writing -> CodeBlock.of("$L($L, $L)", writer, value, writing)))
                    .build();
        }
        return code.addStatement("write$L($L, $L)", type.simpleName(), value, out)
                .build();
    }

    // private static Part readPart(EventReader event) {
    //     Part.Builder builder = Part.builder();
    //     builder.last(event.headerBoolean("last"));
    //     builder.bytes(event.blob());
    //     return builder.build();
    // }
    /**
     * The method that reads the structure.
     *
     * @param spec the class; a long method adds nested classes to it
     * @param number tells their names from those of other events
     */
    MethodSpec read(TypeSpec.Builder spec, int number) {
        Locals locals = new Locals("event", "in", "builder", "body", StructureReads.NAME);
        MethodSpec.Builder method = MethodSpec.methodBuilder("read" + type.simpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.EVENT_READER, "event")
                .addStatement(
                        "$T builder = $L",
                        type.nestedClass("Builder"),
                        context.corrections().builder(structure));
        List<Piece> headers = new ArrayList<>(context.corrections().presets(structure));
        event.structure().outsideBody().forEach(header -> headers.add(new Piece(readHeader(header, locals))));
        Parts parts = Parts.inNested(home.nestedClass("Event" + number + "HeaderReader"))
                .with(RuntimeTypes.EVENT_READER, "event")
                .with(type.nestedClass("Builder"), "builder");
        method.addCode(parts.statements("part", headers));
        parts.addTo(spec);
        event.structure().payload().forEach(payload -> method.addCode(readPayload(payload)));
        if (!event.structure().body().isEmpty()) {
            ReadFormat format = Formats.reads(context, home);
            method.addStatement("$T in = $L", format.reader(), format.readerOf("event"))
                    .addCode(format.structure(structure)
                            .loop(List.of(), event.structure().body(), locals, spec, "Event" + number + "Reader"));
        }
        return method.addStatement("return builder.build()").build();
    }

    // builder.last(event.headerBoolean("last"));
    //
    // String kind = event.headerString("kind");
    // if (kind != null) {
    //     builder.kind(Kind.of(kind));
    // }
    private CodeBlock readHeader(BoundMember bound, Locals locals) {
        JavaMember property = property(bound);
        CodeBlock header = CodeBlock.of(
                "event.header$L($S)", suffix(property.target()), bound.member().name());
        boolean isEnum = property.target() instanceof EnumShape;
        CodeBlock.Builder code = CodeBlock.builder();
        if (!isEnum && !property.neverNull()) {
            return code.addStatement("builder.$N($L)", property.name(), header).build();
        }
        String local = locals.name(property.name());
        CodeBlock value = isEnum ? CodeBlock.of("$T.of($N)", property.type(), local) : CodeBlock.of("$N", local);
        return code.addStatement("$T $N = $L", isEnum ? ClassName.get(String.class) : property.type(), local, header)
                .beginControlFlow("if ($N != null)", local)
                .addStatement("builder.$N($L)", property.name(), value)
                .endControlFlow()
                .build();
    }

    // builder.bytes(event.blob());
    //
    // JsonReader body = event.json();
    // if (body.hasValue()) {
    //     builder.part(PartCodec.read(body));
    // }
    private CodeBlock readPayload(BoundMember bound) {
        JavaMember property = property(bound);
        Shape target = property.target();
        CodeBlock.Builder code = CodeBlock.builder();
        if (target.is(SimpleType.BLOB)) {
            return code.addStatement("builder.$N(event.blob())", property.name())
                    .build();
        }
        if (target instanceof EnumShape) {
            return code.addStatement("builder.$N($T.of(event.text()))", property.name(), property.type())
                    .build();
        }
        if (target.is(SimpleType.STRING)) {
            return code.addStatement("builder.$N(event.text())", property.name())
                    .build();
        }
        ReadFormat format = Formats.reads(context, home);
        CodeBlock value = format.value(CodeBlock.of("body"), target, bound.timestampFormat());
        code.addStatement("$T body = $L", format.reader(), format.readerOf("event"))
                .beginControlFlow("if (body.hasValue())")
                .addStatement("builder.$N($L)", property.name(), value);
        if (property.neverNull()) {
            code.nextControlFlow("else")
                    .addStatement(
                            "builder.$N($L())",
                            property.name(),
                            context.codecs().reference(home, "empty", target.id()));
        }
        return code.endControlFlow().build();
    }

    // private static void writePart(Part value, EventWriter event) {
    //     event.header("last", value.last());
    //     if (value.bytes() != null) {
    //         event.body("application/octet-stream", value.bytes());
    //     }
    // }
    /**
     * The method that writes the structure.
     *
     * @param spec the class; a long method adds nested classes to it
     * @param number tells their names from those of other events
     */
    MethodSpec write(TypeSpec.Builder spec, int number) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write" + type.simpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(RuntimeTypes.EVENT_WRITER, "event");
        Parts parts = Parts.inNested(home.nestedClass("Event" + number + "HeaderWriter"))
                .with(type, "value")
                .with(RuntimeTypes.EVENT_WRITER, "event");
        method.addCode(parts.statements(
                "part",
                event.structure().outsideBody().stream()
                        .map(header -> new Piece(writeHeader(header)))
                        .toList()));
        parts.addTo(spec);
        if (event.payload() instanceof WireBody.Payload payload) {
            method.addCode(writePayload(payload));
        } else if (event.payload() instanceof WireBody.Members members) {
            WriteFormat format = Formats.writes(context, home);
            method.addStatement("$T out = $L", format.writer(), format.writerOf("event", members.contentType()))
                    .addCode(format.open("out", members))
                    .addCode(format.structure(structure)
                            .properties(event.structure().body(), spec, "Event" + number + "Writer"))
                    .addCode(format.close("out", members));
        }
        return method.build();
    }

    private CodeBlock writeHeader(BoundMember bound) {
        JavaMember property = property(bound);
        CodeBlock value = CodeBlock.of("value.$N()", property.name());
        if (property.target() instanceof EnumShape) {
            return ifSet(
                    property,
                    statement("event.header($S, $L.value())", bound.member().name(), value));
        }
        return CodeBlock.builder()
                .addStatement("event.header($S, $L)", bound.member().name(), value)
                .build();
    }

    private CodeBlock writePayload(WireBody.Payload payload) {
        JavaMember property = property(payload.member());
        Shape target = property.target();
        CodeBlock value = CodeBlock.of("value.$N()", property.name());
        if (target instanceof StructureShape || target instanceof UnionShape) {
            CodeBlock writer = context.codecs().reference(home, "write", target.id());
            return ifSet(
                    property,
                    Formats.writes(context, home)
                            .body(
                                    "event",
                                    payload.members(),
                                    new Locals("value", "event"),
                                    out -> CodeBlock.of("$L($L, $L)", writer, value, out)));
        }
        CodeBlock content = target instanceof EnumShape ? CodeBlock.of("$L.value()", value) : value;
        return ifSet(property, statement("event.body($S, $L)", payload.contentType(), content));
    }

    /** What the runtime calls the type of a header. */
    private static String suffix(Shape target) {
        if (target instanceof SimpleShape simple) {
            return switch (simple.type()) {
                case BOOLEAN -> "Boolean";
                case BYTE -> "Byte";
                case SHORT -> "Short";
                case INTEGER -> "Integer";
                case LONG -> "Long";
                case BLOB -> "Blob";
                case TIMESTAMP -> "Timestamp";
                default -> "String";
            };
        }
        return "String";
    }

    private static CodeBlock ifSet(JavaMember property, CodeBlock write) {
        return property.neverNull()
                ? write
                : CodeBlock.builder()
                        .beginControlFlow("if (value.$N() != null)", property.name())
                        .add(write)
                        .endControlFlow()
                        .build();
    }

    private static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }

    private JavaMember property(BoundMember bound) {
        String name = bound.member().name();
        return Objects.requireNonNull(properties.get(name), name);
    }
}
