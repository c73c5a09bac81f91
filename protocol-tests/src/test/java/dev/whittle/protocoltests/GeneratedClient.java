package dev.whittle.protocoltests;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Operation;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.ClientBuilder;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.retry.RetryPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The client that was generated for a suite, called by the names that the generator gives. */
final class GeneratedClient {
    /** What the suites expect in place of a random token. */
    private static final String TOKEN = "00000000-0000-4000-8000-000000000000";

    private final LinkedService service;

    GeneratedClient(Suite suite) {
        ModelSource model = suite.model()
                .with(ModelSource.smithyFiles(Suites.jar("smithy-validation-model")))
                .with(ModelSource.smithyFiles(Suites.jar("smithy-protocol-test-traits")));
        LoadedModel loaded = Models.load(
                new ServiceRequest(model, suite.packageName(), OperationFilter.ALL, null, null, suite.service()));
        if (loaded.service() == null) {
            throw new IllegalStateException(loaded.problems().toString());
        }
        this.service = loaded.service();
    }

    /** The model as the generator sees it. */
    LinkedService service() {
        return service;
    }

    /** An operation by its name; {@code null} if the client does not have it. */
    Operation operation(String name) {
        return service.model().operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A client of an endpoint. */
    Object open(HttpTransport transport, String endpoint) throws ReflectiveOperationException {
        ClientBuilder<?, ?> builder = builder(transport);
        builder.region("us-east-1").endpoint(URI.create(endpoint));
        return builder.build();
    }

    /** A client that finds its endpoints by the rules of its service. */
    Object open(HttpTransport transport, ClientSettings settings) throws ReflectiveOperationException {
        ClientBuilder<?, ?> builder = builder(transport);
        settings.apply(builder);
        return builder.build();
    }

    private ClientBuilder<?, ?> builder(HttpTransport transport) throws ReflectiveOperationException {
        ClientBuilder<?, ?> builder = (ClientBuilder<?, ?>)
                type(service.names().client()).getMethod("builder").invoke(null);
        builder.transport(transport)
                .retry(RetryPolicy.none())
                .clock(Clock.fixed(Instant.parse("2024-01-02T03:04:05Z"), ZoneOffset.UTC))
                .idempotencyTokens(() -> TOKEN);
        builder.credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "secret")));
        return builder;
    }

    /** Calls an operation, and throws what it throws. */
    Object call(Object client, Operation operation, Object input) throws Exception {
        return call(client, operation, input, RequestOptions.builder().build());
    }

    /** Calls an operation with options, and throws what it throws. */
    Object call(Object client, Operation operation, Object input, RequestOptions options) throws Exception {
        Method method = type(service.names().client())
                .getMethod(
                        service.names().method(operation),
                        type(service.names().type(operation.input())),
                        RequestOptions.class);
        try {
            return method.invoke(client, input, options);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }

    /** The class of a name. */
    static Class<?> type(ClassName name) {
        try {
            return Class.forName(name.reflectionName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
