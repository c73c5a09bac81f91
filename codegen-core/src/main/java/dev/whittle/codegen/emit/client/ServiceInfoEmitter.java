package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.ServiceTraits;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What the runtime must know of the service as a whole. */
public final class ServiceInfoEmitter {
    private final EmitContext context;

    public ServiceInfoEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class BedrockAgentCoreService {
    //     public static final ServiceInfo INFO = new ServiceInfo(…);
    // }
    public TypeSpec emit() {
        return GeneratedTypes.classBuilder(context.names().service())
                .addJavadoc("What the runtime knows of the service as a whole.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                RuntimeTypes.SERVICE_INFO, "INFO", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("Service id, API version, endpoint prefix, signing name, name of the client.")
                        .initializer(info())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    // new ServiceInfo("Orders", "2024-01-01", "orders", "orders", "Orders", List.of("X-Correlation-Id"))
    private CodeBlock info() {
        ServiceTraits service = context.model().service();
        CodeBlock.Builder info = CodeBlock.builder()
                .add(
                        "new $T($S, $S, $S, $S, $S",
                        RuntimeTypes.SERVICE_INFO,
                        service.serviceId(),
                        service.apiVersion(),
                        service.endpointPrefix(),
                        service.signingName(),
                        context.names().serviceName());
        if (!context.requestIdHeaders().isEmpty()) {
            info.add(
                    ", $T.of($L)",
                    List.class,
                    context.requestIdHeaders().stream()
                            .map(header -> CodeBlock.of("$S", header))
                            .collect(CodeBlock.joining(", ")));
        }
        return info.add(")").build();
    }
}
