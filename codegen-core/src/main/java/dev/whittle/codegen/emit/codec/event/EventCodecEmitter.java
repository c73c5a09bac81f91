package dev.whittle.codegen.emit.codec.event;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.CodecEmitter;
import dev.whittle.codegen.emit.codec.Formats;
import dev.whittle.codegen.emit.codec.format.Choice;
import dev.whittle.codegen.emit.codec.format.Choice.Case;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.protocol.wire.WireEvent;
import dev.whittle.codegen.protocol.wire.WireEventStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The codec of the events of a union: which event is which member, and the codecs of what only those events have. */
public final class EventCodecEmitter {
    private final EmitContext context;

    public EventCodecEmitter(EmitContext context) {
        this.context = context;
    }

    // final class TranscriptEvents extends EventCodec<Transcript> {
    //     static final TranscriptEvents INSTANCE = new TranscriptEvents();
    //     …
    // }
    public TypeSpec emit(UnionShape union) {
        ClassName home = context.names().events(union.id());
        ClassName type = context.names().type(union.id());
        boolean reads = context.uses().usesAsEvent(union.id(), Part.READ);
        boolean writes = context.uses().usesAsEvent(union.id(), Part.WRITE);
        WireEventStream stream = context.wire().eventStream(union.id());
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(home)
                .addJavadoc("$L the events of {@link $T}.", verbs(reads, writes), type)
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.EVENT_CODEC, type))
                .addField(FieldSpec.builder(home, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", home)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppress(spec, context.model(), used(union, home));
        spec.addMethod(reads ? read(union, stream, spec) : readNothing(type));
        if (writes) {
            spec.addMethod(write(union, stream, spec));
        }
        if (reads && !stream.errorCodes().isEmpty()) {
            spec.addMethod(errorCode(stream.errorCodes()));
        }
        int number = 0;
        for (WireEvent event : structures(stream)) {
            number++;
            EventMethods methods = new EventMethods(context, event, home);
            if (reads && methods.areNeeded()) {
                spec.addMethod(methods.read(spec, number));
            }
            if (writes && methods.areNeeded()) {
                spec.addMethod(methods.write(spec, number));
            }
        }
        new CodecEmitter(context).addResidents(spec, home);
        return spec.build();
    }

    private static String verbs(boolean reads, boolean writes) {
        if (reads) {
            return writes ? "Reads and writes" : "Reads";
        }
        return "Writes";
    }

    private List<Shape> used(UnionShape union, ClassName home) {
        List<Shape> used = new ArrayList<>(context.codecs().residents(home));
        used.add(union);
        union.members().forEach(member -> used.add(context.model().shape(member.target())));
        return used;
    }

    /** The events without those whose structure another one has too. */
    private static Iterable<WireEvent> structures(WireEventStream stream) {
        Map<ShapeId, WireEvent> structures = new LinkedHashMap<>();
        stream.events().forEach(event -> structures.putIfAbsent(event.member().target(), event));
        return structures.values();
    }

    // @Override
    // public Transcript read(EventReader in) {
    //     return switch (in.type()) {
    //         case "part" -> Transcript.part(readPart(in.json()));
    //         default -> new Transcript.Unknown(in.type(), in.unknown());
    //     };
    // }
    private MethodSpec read(UnionShape union, WireEventStream stream, TypeSpec.Builder spec) {
        ClassName type = context.names().type(union.id());
        ClassName home = context.names().events(union.id());
        List<CodeBlock> cases = new ArrayList<>();
        for (WireEvent event : stream.events()) {
            cases.add(CodeBlock.of(
                    "case $S -> $T.$N($L);\n",
                    event.type(),
                    type,
                    context.names().member(union.id(), event.member()),
                    new EventMethods(context, event, home).readFrom("in")));
        }
        CodeBlock unknown = CodeBlock.of("new $T(in.type(), in.unknown())", type.nestedClass("Unknown"));
        Parts parts = Parts.inNested(home.nestedClass("Reader")).with(RuntimeTypes.EVENT_READER, "in");
        boolean isLong = context.isLong(union);
        MethodSpec method = begin("read")
                .returns(type)
                .addParameter(RuntimeTypes.EVENT_READER, "in")
                .addCode(Choice.ofName("in.type()", type, cases, CodeBlock.of(""), unknown, isLong, parts))
                .build();
        parts.addTo(spec);
        return method;
    }

    // @Override
    // public AudioStream read(EventReader in) {
    //     throw new UnsupportedOperationException("these events are only sent");
    // }
    private static MethodSpec readNothing(ClassName type) {
        return begin("read")
                .returns(type)
                .addParameter(RuntimeTypes.EVENT_READER, "in")
                .addStatement("throw new $T($S)", UnsupportedOperationException.class, "these events are only sent")
                .build();
    }

    // @Override
    // public void write(AudioStream event, EventWriter out) {
    //     if (event instanceof AudioStream.AudioMember member) {
    //         out.type("audio");
    //         writeAudio(member.audio(), out);
    //     } else if (event instanceof AudioStream.Unknown unknown) {
    //         out.type(unknown.tag());
    //         out.json("application/json").value(unknown.value());
    //     }
    // }
    private MethodSpec write(UnionShape union, WireEventStream stream, TypeSpec.Builder spec) {
        ClassName type = context.names().type(union.id());
        ClassName home = context.names().events(union.id());
        List<Case> cases = new ArrayList<>();
        for (WireEvent event : stream.events()) {
            CodeBlock value = CodeBlock.of("member.$N()", context.names().member(union.id(), event.member()));
            CodeBlock write = CodeBlock.builder()
                    .addStatement("out.type($S)", event.type())
                    .add(new EventMethods(context, event, home).writeTo("out", value))
                    .build();
            ClassName record = context.names().unionRecord(union.id(), event.member());
            cases.add(new Case(CodeBlock.of("event instanceof $T member", record), new Piece(write)));
        }
        CodeBlock writeUnknown = CodeBlock.builder()
                .addStatement("out.type(unknown.tag())")
                .add(Formats.writes(context, home).unknownEvent(type, stream.contentType()))
                .build();
        Case unknown = new Case(
                CodeBlock.of("event instanceof $T unknown", type.nestedClass("Unknown")), new Piece(writeUnknown));
        Parts parts =
                Parts.inNested(home.nestedClass("Writer")).with(type, "event").with(RuntimeTypes.EVENT_WRITER, "out");
        MethodSpec method = begin("write")
                .addParameter(type, "event")
                .addParameter(RuntimeTypes.EVENT_WRITER, "out")
                .addCode(Choice.ofType(cases, unknown, context.isLong(union), parts))
                .build();
        parts.addTo(spec);
        return method;
    }

    // @Override
    // public String errorCode(String exceptionType) {
    //     return switch (exceptionType) {
    //         case "gone", "Gone" -> "GoneFault";
    //         default -> exceptionType;
    //     };
    // }
    private static MethodSpec errorCode(Map<String, String> codes) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        codes.forEach((name, code) ->
                names.computeIfAbsent(code, key -> new ArrayList<>()).add(name));
        CodeBlock.Builder choice =
                CodeBlock.builder().add("return switch (exceptionType) {\n").indent();
        names.forEach((code, all) -> choice.add(
                "case $L -> $S;\n",
                all.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", ")),
                code));
        choice.add("default -> exceptionType;\n").unindent().add("};\n");
        return begin("errorCode")
                .returns(String.class)
                .addParameter(String.class, "exceptionType")
                .addCode(choice.build())
                .build();
    }

    private static MethodSpec.Builder begin(String name) {
        return Overrides.overriding(name, Modifier.PUBLIC);
    }
}
