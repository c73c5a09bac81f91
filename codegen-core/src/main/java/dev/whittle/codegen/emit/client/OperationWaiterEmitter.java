package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.emit.jmespath.JmespathCode;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Waiter;
import dev.whittle.codegen.model.Waiter.Acceptor;
import dev.whittle.codegen.model.Waiter.OfPath;
import dev.whittle.codegen.model.Waiter.Quantity;
import dev.whittle.codegen.model.path.Path;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Something that can be waited for: what is called, and what its responses mean. */
public final class OperationWaiterEmitter {
    private final EmitContext context;

    public OperationWaiterEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class ThingReadyWaiter extends OperationWaiter<GetThingResponse> {
    //     private final TinyClient client;
    //     private final GetThingRequest request;
    //     …
    // }
    public TypeSpec emit(Waiter waiter) {
        Operation operation = waiter.operation();
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(context.names().waiter(waiter))
                .addJavadoc("Waits until {@code $L} with the operation {@code $L}.", waiter.name(), operation.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.OPERATION_WAITER, context.names().type(operation.output())))
                .addField(context.names().client(), "client", Modifier.PRIVATE, Modifier.FINAL)
                .addField(context.names().type(operation.input()), "request", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(waiter))
                .addMethod(call(operation));
        List<Acceptor> acceptors = waiter.acceptors();
        if (acceptors.stream().anyMatch(acceptor -> !acceptor.matcher().isOfErrors())) {
            spec.addMethod(responded(operation, acceptors));
        }
        if (acceptors.stream().anyMatch(acceptor -> acceptor.matcher().isOfErrors())) {
            spec.addMethod(failed(acceptors));
        }
        for (int i = 0; i < acceptors.size(); i++) {
            if (acceptors.get(i).matcher() instanceof OfPath of) {
                spec.addMethod(accepts(i + 1, of, operation));
            }
        }
        Deprecations.suppress(spec, context.model(), operation);
        return spec.build();
    }

    // public ThingReadyWaiter(TinyClient client, GetThingRequest request) {
    //     super(5, 20, 200);
    //     this.client = client;
    //     this.request = request;
    // }
    private MethodSpec constructor(Waiter waiter) {
        Operation operation = waiter.operation();
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(context.names().client(), "client")
                .addParameter(context.names().type(operation.input()), "request")
                .addStatement(
                        "super($L, $L, $L)",
                        waiter.delay(),
                        waiter.maxAttempts(),
                        context.wire().operation(operation).status())
                .addStatement("this.client = client")
                .addStatement("this.request = request")
                .build();
    }

    // @Override
    // protected GetThingResponse call(RequestOptions options) {
    //     return client.getThing(request, options);
    // }
    // @Override
    // protected GetObjectResponse call(RequestOptions options) {
    //     GetObjectResponse response = client.getObject(request, options);
    //     response.close();
    //     return response;
    // }
    private MethodSpec call(Operation operation) {
        ClassName output = context.names().type(operation.output());
        String name = context.names().method(operation);
        MethodSpec.Builder method = Overrides.overriding("call", Modifier.PROTECTED)
                .returns(output)
                .addParameter(RuntimeTypes.REQUEST_OPTIONS, "options");
        if (!context.isStreamed(operation)) {
            return method.addStatement("return client.$N(request, options)", name)
                    .build();
        }
        return method.addStatement("$T response = client.$N(request, options)", output, name)
                .addStatement("response.close()")
                .addStatement("return response")
                .build();
    }

    // @Override
    // protected @Nullable WaiterState responded(GetThingResponse response, int status) {
    //     if (accepts1(response)) {
    //         return WaiterState.SUCCESS;
    //     }
    //     return null;
    // }
    private MethodSpec responded(Operation operation, List<Acceptor> acceptors) {
        MethodSpec.Builder method = Overrides.overriding("responded", Modifier.PROTECTED)
                .returns(JavaTypes.nullable(RuntimeTypes.WAITER_STATE))
                .addParameter(context.names().type(operation.output()), "response")
                .addParameter(TypeName.INT, "status");
        for (int i = 0; i < acceptors.size(); i++) {
            Waiter.Matcher matcher = acceptors.get(i).matcher();
            if (matcher instanceof Waiter.AnyResponse) {
                return method.addStatement("return $L", state(acceptors.get(i))).build();
            }
            if (matcher instanceof OfPath) {
                decide(method, CodeBlock.of("accepts$L(response)", i + 1), acceptors.get(i));
            } else if (matcher instanceof Waiter.Status status && !status.isOfErrors()) {
                decide(method, CodeBlock.of("status == $L", status.status()), acceptors.get(i));
            }
        }
        return method.addStatement("return null").build();
    }

    // @Override
    // protected @Nullable WaiterState failed(ServiceException error) {
    //     if ("ResourceNotFoundException".equals(error.errorCode())) {
    //         return WaiterState.RETRY;
    //     }
    //     return null;
    // }
    private MethodSpec failed(List<Acceptor> acceptors) {
        MethodSpec.Builder method = Overrides.overriding("failed", Modifier.PROTECTED)
                .returns(JavaTypes.nullable(RuntimeTypes.WAITER_STATE))
                .addParameter(RuntimeTypes.SERVICE_EXCEPTION, "error");
        for (Acceptor acceptor : acceptors) {
            Waiter.Matcher matcher = acceptor.matcher();
            if (matcher instanceof Waiter.AnyError) {
                return method.addStatement("return $L", state(acceptor)).build();
            }
            if (matcher instanceof Waiter.ErrorCode error) {
                decide(method, CodeBlock.of("$S.equals(error.errorCode())", error.code()), acceptor);
            } else if (matcher instanceof Waiter.Status status && status.isOfErrors()) {
                decide(method, CodeBlock.of("error.statusCode() == $L", status.status()), acceptor);
            }
        }
        return method.addStatement("return null").build();
    }

    private static void decide(MethodSpec.Builder method, CodeBlock condition, Acceptor acceptor) {
        method.beginControlFlow("if ($L)", condition)
                .addStatement("return $L", state(acceptor))
                .endControlFlow();
    }

    private static CodeBlock state(Acceptor acceptor) {
        return CodeBlock.of("$T.$N", RuntimeTypes.WAITER_STATE, acceptor.state().name());
    }

    // private static boolean accepts1(GetThingResponse response) {
    //     return response.status() == ThingStatus.READY;
    // }
    private MethodSpec accepts(int number, OfPath of, Operation operation) {
        ClassName output = context.names().type(operation.output());
        MethodSpec.Builder method = MethodSpec.methodBuilder("accepts" + number)
                .addJavadoc(
                        switch (of.quantity()) {
                            case VALUE -> "Whether $L is $L.";
                            case ALL -> "Whether there are $L, and each is $L.";
                            case ANY -> "Whether any of $L is $L.";
                        },
                        Javadoc.code(of.expression()),
                        Javadoc.code(written(of.expected())))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(output, "response");
        JmespathCode paths =
                new JmespathCode(context.model(), context.names(), context.types(), "response", List.of("found"));
        if (of.quantity() == Quantity.VALUE) {
            CodeBlock equal = paths.isEqual(of.path(), of.expected());
            return method.addCode(paths.takeStatements())
                    .addStatement("return $L", equal)
                    .build();
        }
        return of.quantity() == Quantity.ALL ? all(method, paths, of) : any(method, paths, of);
    }

    private static String written(Path literal) {
        if (literal instanceof Path.Text text) {
            return text.text().isEmpty() ? "''" : text.text();
        }
        return literal instanceof Path.Flag flag
                ? String.valueOf(flag.value())
                : String.valueOf(((Path.Whole) literal).number());
    }

    // boolean found = false;
    // for (Thing thing : response.things()) {
    //     if (thing.status() != ThingStatus.READY) {
    //         return false;
    //     }
    //     found = true;
    // }
    // return found;
    private static MethodSpec all(MethodSpec.Builder method, JmespathCode paths, OfPath of) {
        method.addStatement("boolean found = false");
        paths.forEach(of.path(), element -> {
            CodeBlock unequal = paths.isUnequal(element, of.expected());
            paths.when(unequal, () -> paths.addStatement("return false"));
            paths.addStatement("found = true");
        });
        return method.addCode(paths.takeStatements())
                .addStatement("return found")
                .build();
    }

    // for (Thing thing : response.things()) {
    //     if (thing.status() == ThingStatus.FAILED) {
    //         return true;
    //     }
    // }
    // return false;
    private static MethodSpec any(MethodSpec.Builder method, JmespathCode paths, OfPath of) {
        paths.forEach(of.path(), element -> {
            CodeBlock equal = paths.isEqual(element, of.expected());
            paths.when(equal, () -> paths.addStatement("return true"));
        });
        return method.addCode(paths.takeStatements())
                .addStatement("return false")
                .build();
    }
}
