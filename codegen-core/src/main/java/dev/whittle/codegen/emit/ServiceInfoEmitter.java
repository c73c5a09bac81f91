package dev.whittle.codegen.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.ServiceTraits;
import javax.lang.model.element.Modifier;

/** What the runtime must know of the service as a whole. */
final class ServiceInfoEmitter {
    private final EmitContext context;

    ServiceInfoEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class BedrockAgentCoreService {
    //     public static final ServiceInfo INFO = new ServiceInfo(…);
    // }
    TypeSpec emit() {
        ServiceTraits service = context.model().service();
        return TypeSpec.classBuilder(context.names().service())
                .addJavadoc("What the runtime knows of the service as a whole.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                RuntimeTypes.SERVICE_INFO, "INFO", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("Service id, API version, endpoint prefix, signing name, name of the client.")
                        .initializer(
                                "new $T($S, $S, $S, $S, $S)",
                                RuntimeTypes.SERVICE_INFO,
                                service.serviceId(),
                                service.apiVersion(),
                                service.endpointPrefix(),
                                service.signingName(),
                                context.names().serviceName())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }
}
