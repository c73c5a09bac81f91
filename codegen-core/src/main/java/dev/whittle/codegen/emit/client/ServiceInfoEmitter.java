package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.Formats;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.ServiceTraits;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What the runtime must know of the service as a whole. */
public final class ServiceInfoEmitter {
    private final EmitContext context;

    public ServiceInfoEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class BedrockAgentCoreService extends ServiceInfo {
    //     public static final ServiceInfo INFO = new BedrockAgentCoreService();
    //     …
    // }
    public TypeSpec emit() {
        ClassName self = context.names().service();
        return GeneratedTypes.classBuilder(self)
                .addJavadoc("What the runtime knows of the service as a whole.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeTypes.SERVICE_INFO)
                .addField(FieldSpec.builder(
                                RuntimeTypes.SERVICE_INFO, "INFO", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The one instance.")
                        .initializer("new $T()", self)
                        .build())
                .addMethod(constructor())
                .addMethod(errorFormat())
                .build();
    }

    // private OrdersService() {
    //     super("Orders", "2024-01-01", "orders", "orders", "Orders", List.of("X-Correlation-Id"));
    // }
    private MethodSpec constructor() {
        ServiceTraits service = context.model().service();
        CodeBlock headers = context.requestIdHeaders().stream()
                .map(header -> CodeBlock.of("$S", header))
                .collect(CodeBlock.joining(", "));
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement(
                        "super($S, $S, $S, $S, $S, $T.of($L))",
                        service.serviceId(),
                        service.apiVersion(),
                        service.endpointPrefix(),
                        service.signingName(),
                        context.names().serviceName(),
                        List.class,
                        headers)
                .build();
    }

    // @Override
    // public ErrorFormat errorFormat() {
    //     return JsonErrors.INSTANCE;
    // }
    private MethodSpec errorFormat() {
        return Overrides.overriding("errorFormat", Modifier.PUBLIC)
                .returns(RuntimeTypes.ERROR_FORMAT)
                .addStatement(
                        "return $T.INSTANCE",
                        Formats.reads(context, context.names().service()).errors())
                .build();
    }
}
