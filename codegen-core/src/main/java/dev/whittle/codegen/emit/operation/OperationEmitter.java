package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.CodecEmitter;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.endpoint.EndpointArguments;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.protocol.wire.WireBody;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of an operation: how its input becomes a request, and a response its output or an error. */
public final class OperationEmitter {
    private final EmitContext context;
    private final SharedCodes shared;

    public OperationEmitter(EmitContext context) {
        this.context = context;
        this.shared = new SharedCodes(context);
    }

    // public final class GetBrowserSessionOperation extends Operation<GetBrowserSessionRequest,
    // GetBrowserSessionResponse> { … }
    public TypeSpec emit(Operation operation) {
        ClassName type = context.names().operation(operation);
        ClassName input = context.names().type(operation.input());
        ClassName output = context.names().type(operation.output());
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type)
                .addJavadoc("The operation {@code $L}.", operation.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.OPERATION, input, output))
                .addField(FieldSpec.builder(type, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The one instance.")
                        .initializer("new $T()", type)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement(
                                "super($S, $S)",
                                operation.name(),
                                context.wire().operation(operation).method())
                        .build());
        Deprecations.suppress(spec, context.model(), used(operation, type));
        if (operation.readOnly()) {
            spec.addMethod(yes("isReadOnly"));
        } else if (operation.idempotent()
                || !context.model().idempotencyTokens(operation).isEmpty()) {
            spec.addMethod(yes("isIdempotent"));
        }
        addStreams(spec, operation);
        new AuthMethods(operation.auth()).addTo(spec);
        new ChecksumMethods(context, operation).addTo(spec);
        new EndpointArguments(context).addOverride(spec, operation);
        new SupplementMethods(context, operation).addTo(spec);
        spec.addMethod(write(operation, input, spec))
                .addMethod(new ResponseMethod(context, operation).emit(spec))
                .addMethod(error(operation));
        new CodecEmitter(context).addResidents(spec, type);
        return spec.build();
    }

    private void addStreams(TypeSpec.Builder spec, Operation operation) {
        if (context.isStreamed(operation)) {
            spec.addMethod(yes("isResponseStreamed"));
        }
        WireBody body = context.wire().operation(operation).requestBody();
        if (body instanceof WireBody.Stream stream) {
            spec.addMethod(yes("isRequestStreamed"));
            if (stream.lengthRequired()) {
                spec.addMethod(yes("isLengthRequired"));
            }
        } else if (body instanceof WireBody.Events) {
            spec.addMethod(yes("isRequestStreamed")).addMethod(yes("isTwoWay"));
        }
    }

    private List<Shape> used(Operation operation, ClassName type) {
        List<Shape> used = new ArrayList<>(context.codecs().residents(type));
        used.add(context.model().shape(operation.input()));
        used.add(context.model().shape(operation.output()));
        return used;
    }

    // @Override
    // public boolean isReadOnly() {
    //     return true;
    // }
    private static MethodSpec yes(String name) {
        return Overrides.overriding(name, Modifier.PUBLIC)
                .returns(boolean.class)
                .addStatement("return true")
                .build();
    }

    // @Override
    // public void write(GetBrowserSessionRequest input, RequestWriter out) { … }
    private MethodSpec write(Operation operation, ClassName input, TypeSpec.Builder spec) {
        return Overrides.overriding("write", Modifier.PUBLIC)
                .addParameter(input, "input")
                .addParameter(RuntimeTypes.REQUEST_WRITER, "out")
                .addCode(new RequestMethod(context, operation).write(spec))
                .build();
    }

    // @Override
    // public ServiceException error(ErrorReader in) {
    //     return BedrockAgentCoreErrors.read(in.ofStatus(404, "ResourceNotFoundException"));
    // }
    /** A status stands for a code, and a code may stand for an error of this operation. */
    private MethodSpec error(Operation operation) {
        CodeBlock.Builder reader = CodeBlock.builder().add("in");
        ErrorsEmitter.byStatus(context, operation, shared)
                .forEach((status, code) -> reader.add(".ofStatus($L, $S)", status, code));
        shared.of(operation).forEach((code, key) -> reader.add(".ofCode($S, $S)", code, key));
        return Overrides.overriding("error", Modifier.PUBLIC)
                .returns(RuntimeTypes.SERVICE_EXCEPTION)
                .addParameter(RuntimeTypes.ERROR_READER, "in")
                .addStatement("return $T.read($L)", context.names().errors(), reader.build())
                .build();
    }
}
