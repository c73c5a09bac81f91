package dev.whittle.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The client behind the interface: each method hands its request to the pipeline. */
final class ClientImplementationEmitter {
    private final EmitContext context;

    ClientImplementationEmitter(EmitContext context) {
        this.context = context;
    }

    // final class DefaultBedrockAgentCoreClient implements BedrockAgentCoreClient { … }
    TypeSpec emit() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(context.names().clientImplementation())
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(context.names().client())
                .addField(RuntimeTypes.CALL_PIPELINE, "pipeline", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeTypes.CALL_PIPELINE, "pipeline")
                        .addStatement("this.pipeline = pipeline")
                        .build());
        Deprecations.suppressAny(spec, messages(context), context.model());
        for (Operation operation : context.model().operations()) {
            spec.addMethod(call(operation)
                    .addStatement(
                            "return pipeline.call($T.INSTANCE, request, null)",
                            context.names().operation(operation))
                    .build());
            spec.addMethod(call(operation)
                    .addParameter(RuntimeTypes.REQUEST_OPTIONS, "options")
                    .addStatement(
                            "return pipeline.call($T.INSTANCE, request, options)",
                            context.names().operation(operation))
                    .build());
        }
        return spec.addMethod(MethodSpec.methodBuilder("close")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("pipeline.close()")
                        .build())
                .build();
    }

    // @Override
    // public GetBrowserSessionResponse getBrowserSession(GetBrowserSessionRequest request) {
    //     return pipeline.call(GetBrowserSessionOperation.INSTANCE, request, null);
    // }
    private MethodSpec.Builder call(Operation operation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.names().method(operation))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(context.names().type(operation.output()))
                .addParameter(context.names().type(operation.input()), "request");
        if (operation.deprecated() != null) {
            method.addAnnotation(Deprecated.class);
        }
        return method;
    }

    /** Everything that the client's signatures name. */
    static List<ShapeId> messages(EmitContext context) {
        List<ShapeId> messages = new ArrayList<>();
        for (Operation operation : context.model().operations()) {
            messages.add(operation.input());
            messages.add(operation.output());
            messages.addAll(operation.errors());
        }
        return messages;
    }
}
