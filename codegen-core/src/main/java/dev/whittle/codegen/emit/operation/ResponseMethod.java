package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.Formats;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireStructure;
import dev.whittle.codegen.protocol.wire.XmlRoot;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The method that reads the output of an operation from its response. */
final class ResponseMethod {
    private final EmitContext context;
    private final Operation operation;

    ResponseMethod(EmitContext context, Operation operation) {
        this.context = context;
        this.operation = operation;
    }

    // @Override
    // public GetBrowserSessionResponse read(ResponseReader in) {
    //     return readGetBrowserSessionResponse(in.json());
    // }
    /**
     * The method.
     *
     * @param spec the class of the operation; a long method adds a nested class to it
     */
    MethodSpec emit(TypeSpec.Builder spec) {
        ClassName home = context.names().operation(operation);
        StructureShape output = context.model().structure(operation.output());
        ClassName type = context.names().type(output.id());
        WireStructure wire = context.wire().structure(output.id());
        ReadFormat format = Formats.reads(context, home);
        MethodSpec.Builder method = Overrides.overriding("read", Modifier.PUBLIC)
                .returns(type)
                .addParameter(RuntimeTypes.RESPONSE_READER, "in");
        if (wire.isWholeBody()) {
            return wire.body().isEmpty()
                    ? method.addStatement("return $T.builder().build()", type).build()
                    : method.addStatement("return $L($L)", reader(output), body(format, "in"))
                            .build();
        }
        method.addStatement(
                        "$T builder = $L",
                        type.nestedClass("Builder"),
                        context.corrections().builder(output))
                .addCode(new ResponseHeaders(context, new Locals("in", "builder", "payload", "body"))
                        .read(output, RuntimeTypes.RESPONSE_READER, "in", home, spec))
                .addCode(new ResponsePayload(context, home).read(output, "in"));
        for (BoundMember stream : wire.stream()) {
            method.addStatement("builder.$N($L)", context.names().member(output.id(), stream.member()), stream(stream));
        }
        if (!wire.body().isEmpty()) {
            String body = wire.stream().isEmpty() ? "in" : "in.initialResponse()";
            method.addStatement("$L($L, builder)", reader(output), body(format, body));
        }
        return method.addStatement("return builder.build()").build();
    }

    // in.json()
    // in.xml("GetUserResult")
    private CodeBlock body(ReadFormat format, String response) {
        StructureShape output = context.model().structure(operation.output());
        String reader = reader(
                response, XmlRoot.of(context.model(), output, context.wire().body()));
        String wrapper = context.wire().operation(operation).resultWrapper();
        return wrapper == null ? format.readerOf(reader) : format.readerOf(reader, wrapper);
    }

    // in.stream()
    // in.events(TranscriptEvents.INSTANCE)
    private CodeBlock stream(BoundMember stream) {
        return stream.binding() instanceof WireBinding.Events
                ? CodeBlock.of(
                        "in.events($T.INSTANCE)",
                        context.names().events(stream.member().target()))
                : CodeBlock.of("in.stream()");
    }

    // in.rootIsError()
    /** The reader of a response, which has to know if its root is called like that of an error. */
    static String reader(String response, @Nullable XmlRoot root) {
        return root != null && root.isError() ? response + ".rootIsError()" : response;
    }

    private CodeBlock reader(StructureShape output) {
        return context.codecs().reference(context.names().operation(operation), "read", output.id());
    }
}
