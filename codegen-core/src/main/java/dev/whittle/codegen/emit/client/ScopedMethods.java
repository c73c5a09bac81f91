package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.emit.shape.Builders;
import dev.whittle.codegen.model.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** What a client has for an operation whose output has a stream: calls that close the output by themselves. */
final class ScopedMethods {
    private static final TypeVariableName RESULT = TypeVariableName.get("T");

    private final EmitContext context;
    private final Operation operation;
    private final String name;
    private final ClassName input;
    private final ClassName output;

    private ScopedMethods(EmitContext context, Operation operation) {
        this.context = context;
        this.operation = operation;
        this.name = context.names().method(operation);
        this.input = context.names().type(operation.input());
        this.output = context.names().type(operation.output());
    }

    /** Adds the methods to the interface of a client. */
    static void addTo(TypeSpec.Builder client, Operation operation, EmitContext context) {
        if (context.isStreamed(operation)) {
            ScopedMethods methods = new ScopedMethods(context, operation);
            client.addMethod(methods.call()).addMethod(methods.consumerCall()).addMethod(methods.callWithOptions());
        }
    }

    /** Adds the methods to the class behind it. */
    static void addImplementationsTo(TypeSpec.Builder client, Operation operation, EmitContext context) {
        if (context.isStreamed(operation)) {
            ScopedMethods methods = new ScopedMethods(context, operation);
            client.addMethod(methods.implementation(false)).addMethod(methods.implementation(true));
        }
    }

    // default <T> T getObject(
    //         GetObjectRequest request, ResponseHandler<? super GetObjectResponse, ? extends T> handler) {
    //     Objects.requireNonNull(handler, "handler must not be null");
    //     try (GetObjectResponse response = getObject(request)) {
    //         return handler.handle(response);
    //     } catch (IOException e) {
    //         throw new UncheckedIOException(e);
    //     }
    // }
    private MethodSpec call() {
        Javadoc javadoc = Javadoc.of(
                        "The same as {@link #$N($T)}, with a handler that reads the response. The response is closed when the"
                                + " handler returns.",
                        name,
                        input)
                .param(
                        "handler",
                        "reads the response; called again, with a new response, if the client retries the call because the"
                                + " first one broke off")
                .returns("the result of the handler")
                .throwing(UncheckedIOException.class, "if the handler throws an {@link $T}", IOException.class);
        return begin(javadoc)
                .addParameter(input, "request")
                .addParameter(handler(), "handler")
                .addStatement(Builders.nonNull("handler"))
                .beginControlFlow("try ($T response = $N(request))", output, name)
                .addStatement("return handler.handle(response)")
                .nextControlFlow("catch ($T e)", IOException.class)
                .addStatement("throw new $T(e)", UncheckedIOException.class)
                .endControlFlow()
                .build();
    }

    // default <T> T getObject(
    //         Consumer<GetObjectRequest.Builder> request,
    //         ResponseHandler<? super GetObjectResponse, ? extends T> handler) {
    //     GetObjectRequest.Builder builder = GetObjectRequest.builder();
    //     Objects.requireNonNull(request, "request must not be null").accept(builder);
    //     return getObject(builder.build(), handler);
    // }
    private MethodSpec consumerCall() {
        ClassName builder = input.nestedClass("Builder");
        return begin(like("the request built in place"))
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "request")
                .addParameter(handler(), "handler")
                .addStatement("$T builder = $T.builder()", builder, input)
                .addStatement(Builders.accept("request", "builder"))
                .addStatement("return $N(builder.build(), handler)", name)
                .build();
    }

    // default <T> T getObject(
    //         GetObjectRequest request,
    //         RequestOptions options,
    //         ResponseHandler<? super GetObjectResponse, ? extends T> handler) {
    //     return getObject(request, handler);
    // }
    private MethodSpec callWithOptions() {
        return begin(like("options for this call only"))
                .addParameter(input, "request")
                .addParameter(RuntimeTypes.REQUEST_OPTIONS, "options")
                .addParameter(handler(), "handler")
                .addStatement("return $N(request, handler)", name)
                .build();
    }

    private Javadoc like(String how) {
        return Javadoc.of("The same as {@link #$N($T, $T)}, with $L.", name, input, RuntimeTypes.RESPONSE_HANDLER, how);
    }

    // @Override
    // public <T> T getObject(
    //         GetObjectRequest request, ResponseHandler<? super GetObjectResponse, ? extends T> handler) {
    //     return pipeline.call(GetObjectOperation.INSTANCE, request, null, handler);
    // }
    private MethodSpec implementation(boolean hasOptions) {
        MethodSpec.Builder method = Overrides.overriding(name, Modifier.PUBLIC)
                .addTypeVariable(RESULT)
                .returns(RESULT)
                .addParameter(input, "request");
        if (hasOptions) {
            method.addParameter(RuntimeTypes.REQUEST_OPTIONS, "options");
        }
        if (operation.deprecated() != null) {
            method.addAnnotation(Deprecated.class);
        }
        return method.addParameter(handler(), "handler")
                .addStatement(
                        "return pipeline.call($T.INSTANCE, request, $L, handler)",
                        context.names().operation(operation),
                        hasOptions ? "options" : "null")
                .build();
    }

    // ResponseHandler<? super GetObjectResponse, ? extends T>
    private TypeName handler() {
        return ParameterizedTypeName.get(
                RuntimeTypes.RESPONSE_HANDLER,
                WildcardTypeName.supertypeOf(output),
                WildcardTypeName.subtypeOf(RESULT));
    }

    private MethodSpec.Builder begin(Javadoc javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addTypeVariable(RESULT)
                .returns(RESULT);
        if (operation.deprecated() != null) {
            javadoc.deprecated(operation.deprecated());
            method.addAnnotation(Deprecated.class);
        }
        return method.addJavadoc(javadoc.build());
    }
}
