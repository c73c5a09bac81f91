package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The client behind the interface, in either style: each method hands its request to the pipeline. */
public final class ClientImplementationEmitter {
    private final EmitContext context;
    private final ClientStyle style;

    public ClientImplementationEmitter(EmitContext context, boolean isAsync) {
        this.context = context;
        this.style = new ClientStyle(context.names(), isAsync);
    }

    // final class DefaultBedrockAgentCoreClient implements BedrockAgentCoreClient { … }
    public TypeSpec emit() {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(style.implementation())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(style.client())
                .addField(style.calls(), style.callsName(), Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(style.calls(), style.callsName())
                        .addStatement("this.$1N = $1N", style.callsName())
                        .build());
        Deprecations.suppressAny(spec, messages(context), context.model());
        for (Operation operation : context.model().operations()) {
            spec.addMethod(call(operation)
                    .addStatement(
                            "return $N.$N($T.INSTANCE, request, null)",
                            style.callsName(),
                            style.callMethod(),
                            context.names().operation(operation))
                    .build());
            spec.addMethod(call(operation)
                    .addParameter(RuntimeTypes.REQUEST_OPTIONS, "options")
                    .addStatement(
                            "return $N.$N($T.INSTANCE, request, options)",
                            style.callsName(),
                            style.callMethod(),
                            context.names().operation(operation))
                    .build());
            if (!style.isAsync()) {
                ScopedMethods.addImplementationsTo(spec, operation, context);
            }
        }
        if (context.hasPresigner()) {
            spec.addMethod(presigner());
        }
        return spec.addMethod(Overrides.overriding("toString", Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return $N.toString()", style.callsName())
                        .build())
                .addMethod(Overrides.overriding("close", Modifier.PUBLIC)
                        .addStatement("$N.close()", style.callsName())
                        .build())
                .build();
    }

    // @Override
    // public BedrockAgentCorePresigner presigner() {
    //     return new BedrockAgentCorePresigner(pipeline.presigning());
    // }
    private MethodSpec presigner() {
        return Overrides.overriding("presigner", Modifier.PUBLIC)
                .returns(context.names().presigner())
                .addStatement("return new $T($N.presigning())", context.names().presigner(), style.callsName())
                .build();
    }

    // @Override
    // public GetBrowserSessionResponse getBrowserSession(GetBrowserSessionRequest request) {
    //     return pipeline.call(GetBrowserSessionOperation.INSTANCE, request, null);
    // }
    // @Override
    // public CompletableFuture<GetBrowserSessionResponse> getBrowserSession(GetBrowserSessionRequest request) {
    //     return calls.start(GetBrowserSessionOperation.INSTANCE, request, null);
    // }
    private MethodSpec.Builder call(Operation operation) {
        MethodSpec.Builder method = Overrides.overriding(context.names().method(operation), Modifier.PUBLIC)
                .returns(style.result(operation))
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
