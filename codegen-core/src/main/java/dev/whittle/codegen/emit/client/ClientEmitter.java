package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.endpoint.EndpointArguments;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.emit.shape.Builders;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.protocol.wire.WireOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The interface of a client in either style: a method for each operation, and the builder of the client. */
public final class ClientEmitter {
    private final EmitContext context;

    /** The conditions of errors, which many operations have. */
    private final Map<ShapeId, String> conditions = new HashMap<>();

    private final ClientStyle style;
    private final ExampleTexts examples;

    public ClientEmitter(EmitContext context, boolean isAsync) {
        this.context = context;
        this.style = new ClientStyle(context.names(), isAsync);
        this.examples = new ExampleTexts(context);
    }

    // public interface BedrockAgentCoreClient extends AutoCloseable { … }
    // public interface BedrockAgentCoreAsyncClient extends AutoCloseable { … }
    public TypeSpec emit() {
        ClassName client = style.client();
        ClassName builder = client.nestedClass("Builder");
        TypeSpec.Builder spec = GeneratedTypes.interfaceBuilder(client)
                .addJavadoc(documentation())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(AutoCloseable.class);
        Deprecations.suppressAny(spec, ClientImplementationEmitter.messages(context), context.model());
        spec.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Returns a new client builder.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build());
        spec.addMethod(MethodSpec.methodBuilder("create")
                .addJavadoc(
                        context.model().needsEndpoint()
                                ? "Creates a client with the configured endpoint; {@link $T} says where it is looked up."
                                : "Creates a client with the default region, credentials and endpoint; {@link $T} says where they are"
                                        + " looked up.",
                        RuntimeTypes.CLIENT_BUILDER)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(client)
                .addStatement("return builder().build()")
                .build());
        for (Operation operation : context.model().operations()) {
            spec.addMethod(call(operation));
            spec.addMethod(consumerCall(operation));
            spec.addMethod(callWithOptions(operation));
            if (!style.isAsync()) {
                ScopedMethods.addTo(spec, operation, context);
                PaginatorMethods.addTo(spec, operation, context);
            }
        }
        if (context.hasPresigner()) {
            spec.addMethod(presigner());
        }
        if (!style.isAsync()) {
            ServiceWaiterEmitter.addTo(spec, context);
        }
        return spec.addMethod(Overrides.overriding("close", Modifier.PUBLIC)
                        .addJavadoc("Closes the client. Calls in progress may fail.")
                        .addModifiers(Modifier.DEFAULT)
                        .build())
                .addType(builderType(client, builder))
                .build();
    }

    private CodeBlock documentation() {
        Javadoc javadoc = Javadoc.of(
                        style.isAsync() ? "An asynchronous client of $L." : "A client of $L.",
                        Javadoc.inline(context.model().service().fullName()))
                .model(
                        context.links().in(style.client()),
                        context.model().service().documentation())
                .paragraph(
                        "Clients are safe for use by many threads; create one and share it. A test fake needs to override only the"
                                + " methods whose single parameter is a request. The others call these, and ignore {@link $T} unless they"
                                + " are overridden too.",
                        RuntimeTypes.REQUEST_OPTIONS);
        if (style.isAsync()) {
            javadoc.paragraph("Its methods return at once. Cancelling the future that a method returned with {@code"
                    + " cancel(true)}, or completing it in another way, interrupts the call.");
        }
        return javadoc.build();
    }

    // default GetBrowserSessionResponse getBrowserSession(GetBrowserSessionRequest request) {
    //     throw new UnsupportedOperationException("getBrowserSession");
    // }
    private MethodSpec call(Operation operation) {
        String name = context.names().method(operation);
        Javadoc javadoc = documentation(operation);
        StreamTexts.addTo(javadoc, operation, context, style.isAsync());
        if (!style.isAsync()) {
            examples.addTo(javadoc, operation);
        }
        MethodSpec.Builder method = begin(
                        operation, style.isAsync() ? future(operation, javadoc) : errors(operation, javadoc))
                .addParameter(context.names().type(operation.input()), "request")
                .addStatement("throw new $T($S)", UnsupportedOperationException.class, name);
        return method.build();
    }

    // default GetBrowserSessionResponse getBrowserSession(Consumer<GetBrowserSessionRequest.Builder> request) {
    //     GetBrowserSessionRequest.Builder builder = GetBrowserSessionRequest.builder();
    //     Objects.requireNonNull(request, "request must not be null").accept(builder);
    //     return getBrowserSession(builder.build());
    // }
    private MethodSpec consumerCall(Operation operation) {
        ClassName input = context.names().type(operation.input());
        ClassName builder = input.nestedClass("Builder");
        Javadoc javadoc = Javadoc.of(
                "The same as {@link #$N($T)}, with the request built in place.",
                context.names().method(operation),
                input);
        return begin(operation, javadoc)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "request")
                .addStatement("$T builder = $T.builder()", builder, input)
                .addStatement(Builders.accept("request", "builder"))
                .addStatement("return $N(builder.build())", context.names().method(operation))
                .build();
    }

    // default GetBrowserSessionResponse getBrowserSession(GetBrowserSessionRequest request, RequestOptions options) {
    //     return getBrowserSession(request);
    // }
    private MethodSpec callWithOptions(Operation operation) {
        ClassName input = context.names().type(operation.input());
        Javadoc javadoc = Javadoc.of(
                "The same as {@link #$N($T)}, with options for this call only.",
                context.names().method(operation),
                input);
        return begin(operation, javadoc)
                .addParameter(input, "request")
                .addParameter(RuntimeTypes.REQUEST_OPTIONS, "options")
                .addStatement("return $N(request)", context.names().method(operation))
                .build();
    }

    // default BedrockAgentCorePresigner presigner() {
    //     throw new UnsupportedOperationException("presigner");
    // }
    private MethodSpec presigner() {
        return MethodSpec.methodBuilder("presigner")
                .addJavadoc("A presigner with the settings of this client. It signs requests for others to send.")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(context.names().presigner())
                .addStatement("throw new $T($S)", UnsupportedOperationException.class, "presigner")
                .build();
    }

    private MethodSpec.Builder begin(Operation operation, Javadoc javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.names().method(operation))
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(style.result(operation));
        if (operation.deprecated() != null) {
            javadoc.deprecated(operation.deprecated());
            method.addAnnotation(Deprecated.class);
        }
        return method.addJavadoc(javadoc.build());
    }

    // @return a future of the response, or of the exceptions of {@link BedrockAgentCoreClient#getBrowserSession(…)}
    private Javadoc future(Operation operation, Javadoc javadoc) {
        return javadoc.returns(
                "a future of the response, or of the exceptions of {@link $T#$N($T)}",
                context.names().client(),
                context.names().method(operation),
                context.names().type(operation.input()));
    }

    private Javadoc errors(Operation operation, Javadoc javadoc) {
        for (ShapeId id : operation.errors()) {
            String when = conditions.computeIfAbsent(
                    id,
                    error ->
                            Javadoc.condition(context.model().structure(error).documentation(), "as the service says"));
            javadoc.throwing(context.names().type(id), "$L", when);
        }
        return javadoc.throwing(context.names().baseException(), "for any other error of the service")
                .throwing(RuntimeTypes.TRANSPORT_EXCEPTION, "if no complete response arrives, such as after a timeout")
                .throwing(
                        RuntimeTypes.REQUEST_NOT_SENT, "if the request is invalid, such as without a required member");
    }

    private Javadoc documentation(Operation operation) {
        Javadoc javadoc = Javadoc.ofModel(
                context.links().in(style.client()),
                operation.documentation(),
                "Calls {@code $L}.",
                Javadoc.inline(operation.name()));
        String request = request(operation);
        String repetition = repetition(operation);
        if (request.isEmpty()) {
            return repetition.isEmpty() ? javadoc : javadoc.paragraph("S$L.", repetition.substring(1));
        }
        return javadoc.paragraph("$L.", repetition.isEmpty() ? request : request + ", " + repetition);
    }

    /** The request line with its labels, empty where all operations have the same. */
    private String request(Operation operation) {
        WireOperation wire = context.wire().operation(operation);
        if (wire.isRoot() && wire.queryParameters().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(wire.method()).append(' ').append(wire.pathText());
        char separator = '?';
        for (WireOperation.Fixed parameter : wire.queryParameters()) {
            text.append(separator).append(parameter.name());
            text.append(parameter.value().isEmpty() ? "" : "=" + parameter.value());
            separator = '&';
        }
        return Javadoc.code(text.toString());
    }

    /** What the model says of repeating an operation. Its HTTP method proves nothing: a GET may use up a token. */
    private String repetition(Operation operation) {
        if (operation.readOnly() || operation.idempotent()) {
            return "safe to repeat";
        }
        List<Member> tokens = context.model().idempotencyTokens(operation);
        return tokens.isEmpty()
                ? ""
                : "safe to repeat with the same "
                        + Javadoc.code(context.names().member(operation.input(), tokens.get(0)));
    }

    // final class Builder extends ClientBuilder<Builder, BedrockAgentCoreClient> {
    //     public BedrockAgentCoreClient build() { return new DefaultBedrockAgentCoreClient(pipeline()); }
    // }
    // final class Builder extends AsyncClientBuilder<Builder, BedrockAgentCoreAsyncClient> {
    //     public BedrockAgentCoreAsyncClient build() { return new DefaultBedrockAgentCoreAsyncClient(calls()); }
    // }
    private TypeSpec builderType(ClassName client, ClassName builder) {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(builder)
                .addJavadoc(
                        context.model().needsEndpoint()
                                ? "Builds a {@link $T}. The endpoint must be set, here or in the environment; the rest has a"
                                        + " default."
                                : "Builds a {@link $T}. Settings that are left out come from the environment or have a default.",
                        client)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(style.builder(), builder, client))
                .addMethod(builderConstructor())
                .addMethod(Overrides.overriding("build", Modifier.PUBLIC)
                        .returns(client)
                        .addStatement("return new $T($N())", style.implementation(), style.callsName())
                        .build());
        new EndpointArguments(context).addSetters(spec, builder);
        return spec.build();
    }

    // private Builder() {
    //     super(BedrockAgentCoreService.INFO, BedrockAgentCoreEndpoints.INSTANCE);
    // }
    // private Builder() {
    //     super(OrdersService.INFO, new GivenEndpoint("Orders"));
    //     defaultEndpoint("https://orders.example.com");
    // }
    private MethodSpec builderConstructor() {
        ServiceModel model = context.model();
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        if (model.endpoints() != null) {
            constructor.addStatement(
                    "super($T.INFO, $T.INSTANCE)",
                    context.names().service(),
                    context.names().endpoints());
        } else if (model.service().aws()) {
            constructor.addStatement("super($T.INFO)", context.names().service());
        } else {
            constructor.addStatement(
                    "super($T.INFO, new $T($S))",
                    context.names().service(),
                    RuntimeTypes.GIVEN_ENDPOINT,
                    model.service().serviceId());
        }
        String defaultEndpoint = model.service().defaultEndpoint();
        if (defaultEndpoint != null) {
            constructor.addStatement("defaultEndpoint($S)", defaultEndpoint);
        }
        return constructor.build();
    }
}
