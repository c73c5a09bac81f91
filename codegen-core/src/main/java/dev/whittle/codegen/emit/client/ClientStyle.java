package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.names.Names;
import java.util.concurrent.CompletableFuture;

/**
 * What tells the two clients of a service apart: one waits for responses, the other returns futures.
 *
 * @param names the service's Java names
 * @param isAsync whether the client returns futures
 */
record ClientStyle(Names names, boolean isAsync) {
    /** The interface. */
    ClassName client() {
        return isAsync ? names.asyncClient() : names.client();
    }

    /** The class behind it. */
    ClassName implementation() {
        return isAsync ? names.asyncClientImplementation() : names.clientImplementation();
    }

    /** What the builder extends. */
    ClassName builder() {
        return isAsync ? RuntimeTypes.ASYNC_CLIENT_BUILDER : RuntimeTypes.CLIENT_BUILDER;
    }

    /** What the implementation hands its requests to. */
    ClassName calls() {
        return isAsync ? RuntimeTypes.ASYNC_CALLS : RuntimeTypes.CALL_PIPELINE;
    }

    /** The name of that in the implementation, and of the builder's method that makes it. */
    String callsName() {
        return isAsync ? "calls" : "pipeline";
    }

    /** The method that takes requests. */
    String callMethod() {
        return isAsync ? "start" : "call";
    }

    /** What the client's method for an operation returns. */
    TypeName result(Operation operation) {
        ClassName output = names.type(operation.output());
        return isAsync ? ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), output) : output;
    }
}
