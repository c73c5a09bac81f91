package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Waiter;
import dev.whittle.codegen.names.Names;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What users wait with: a method for everything that a service's model says can be waited for. */
public final class ServiceWaiterEmitter {
    private final EmitContext context;

    public ServiceWaiterEmitter(EmitContext context) {
        this.context = context;
    }

    // default TinyWaiter waiter() {
    //     return new TinyWaiter(this);
    // }
    static void addTo(TypeSpec.Builder client, EmitContext context) {
        if (context.model().waiters().isEmpty()) {
            return;
        }
        ClassName waiter = context.names().waiter();
        client.addMethod(MethodSpec.methodBuilder("waiter")
                .addJavadoc("Waits for a state of the service by repeating calls of this client.")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(waiter)
                .addStatement("return new $T(this)", waiter)
                .build());
    }

    // public final class TinyWaiter extends ServiceWaiter<TinyWaiter> {
    //     private final TinyClient client;
    //     …
    // }
    public TypeSpec emit(List<Waiter> waiters) {
        ClassName name = context.names().waiter();
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(name)
                .addJavadoc(Javadoc.of(
                                "Waits for a state by repeating a call of {@link $T}.",
                                context.names().client())
                        .paragraph(
                                "Delays and numbers of calls are those of the model, unless they are set here. A waiter is"
                                        + " immutable, and safe for use by many threads.")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.SERVICE_WAITER, name))
                .addField(context.names().client(), "client", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor());
        Deprecations.suppressAny(
                spec,
                waiters.stream()
                        .flatMap(waiter -> Stream.of(
                                waiter.operation().input(), waiter.operation().output()))
                        .toList(),
                context.model());
        for (Waiter waiter : waiters) {
            spec.addMethod(wait(waiter)).addMethod(consumerWait(waiter));
        }
        return spec.build();
    }

    // TinyWaiter(TinyClient client) {
    //     this.client = client;
    // }
    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(context.names().client(), "client")
                .addStatement("this.client = client")
                .build();
    }

    // public GetThingResponse waitUntilThingExists(GetThingRequest request) {
    //     return response(new ThingExistsWaiter(client, request));
    // }
    private MethodSpec wait(Waiter waiter) {
        Operation operation = waiter.operation();
        ClassName input = context.names().type(operation.input());
        Javadoc javadoc = Javadoc.ofModel(
                        context.links(),
                        waiter.documentation(),
                        "Waits until {@code $L}.",
                        Javadoc.inline(waiter.name()))
                .paragraph(
                        "Calls {@link $T#$N($T)} up to $L times, with $L $L in between.",
                        context.names().client(),
                        context.names().method(operation),
                        input,
                        waiter.maxAttempts(),
                        waiter.delay(),
                        waiter.delay() == 1 ? "second" : "seconds")
                .returns("$L", returned(waiter))
                .throwing(RuntimeTypes.WAITER_FAILURE, "if the state cannot be reached any more")
                .throwing(RuntimeTypes.WAITER_TIMEOUT, "if the state was not reached in time")
                .throwing(context.names().baseException(), "for an error that the waiter does not expect")
                .throwing(RuntimeTypes.TRANSPORT_EXCEPTION, "if there is no complete response");
        return begin(waiter, javadoc)
                .addParameter(input, "request")
                .addStatement(
                        "return $N(new $T(client, request))",
                        waiter.mayEndWithError() ? "responseOrNull" : "response",
                        context.names().waiter(waiter))
                .build();
    }

    // public GetThingResponse waitUntilThingExists(Consumer<GetThingRequest.Builder> request) {
    //     GetThingRequest.Builder builder = GetThingRequest.builder();
    //     request.accept(builder);
    //     return waitUntilThingExists(builder.build());
    // }
    private MethodSpec consumerWait(Waiter waiter) {
        ClassName input = context.names().type(waiter.operation().input());
        ClassName builder = input.nestedClass("Builder");
        String name = Names.waitMethod(waiter);
        Javadoc javadoc = Javadoc.of("The same as {@link #$N($T)}, with the request built in place.", name, input);
        return begin(waiter, javadoc)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "request")
                .addStatement("$T builder = $T.builder()", builder, input)
                .addStatement("request.accept(builder)")
                .addStatement("return $N(builder.build())", name)
                .build();
    }

    private String returned(Waiter waiter) {
        String closed = context.isStreamed(waiter.operation()) ? ", closed" : "";
        return waiter.mayEndWithError()
                ? "the response that ended the waiting" + closed + "; null if an error ended it"
                : "the response that ended the waiting" + closed;
    }

    private MethodSpec.Builder begin(Waiter waiter, Javadoc javadoc) {
        TypeName output = context.names().type(waiter.operation().output());
        MethodSpec.Builder method = MethodSpec.methodBuilder(Names.waitMethod(waiter))
                .addModifiers(Modifier.PUBLIC)
                .returns(waiter.mayEndWithError() ? JavaTypes.nullable(output) : output);
        String deprecated = waiter.operation().deprecated();
        if (deprecated != null) {
            javadoc.deprecated(deprecated);
            method.addAnnotation(Deprecated.class);
        }
        return method.addJavadoc(javadoc.build());
    }
}
