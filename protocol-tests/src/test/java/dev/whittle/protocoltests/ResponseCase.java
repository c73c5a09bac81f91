package dev.whittle.protocoltests;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.http.HttpHeaders;
import java.util.List;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Checks what a client makes of a response. */
final class ResponseCase {
    private final GeneratedClient client;
    private final OperationShape operation;
    private final HttpResponseTestCase expected;

    ResponseCase(GeneratedClient client, OperationShape operation, HttpResponseTestCase expected) {
        this.client = client;
        this.operation = operation;
        this.expected = expected;
    }

    /** How the output differs. */
    List<String> output() throws Exception {
        Operation called = client.operation(operation.getId().getName());
        Object output = call(called);
        try {
            return compared(client.service().model().structure(called.output()), output);
        } finally {
            if (output instanceof AutoCloseable open) {
                open.close();
            }
        }
    }

    /** How the exception of an error differs. */
    List<String> error(ShapeId error) throws Exception {
        Operation called = client.operation(operation.getId().getName());
        StructureShape shape = called.errors().stream()
                .map(client.service().model()::structure)
                .filter(each -> each.definedAs().equals(error.getName())
                        || each.id().name().equals(error.getName()))
                .findFirst()
                .orElseThrow();
        try {
            call(called);
            return List.of("no exception is thrown");
        } catch (ServiceException e) {
            Class<?> type = GeneratedClient.type(client.service().names().type(shape.id()));
            return type.isInstance(e) ? compared(shape, e) : List.of("the exception is " + e);
        }
    }

    private Object call(Operation called) throws Exception {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        expected.getHeaders().forEach(headers::add);
        byte[] body = Bodies.bytes(
                expected.getBody().orElse(""), expected.getBodyMediaType().orElse(""));
        Sent sent = new Sent(expected.getCode(), headers.build(), body);
        Object input = new Values(client.service())
                .of(client.service().model().structure(called.input()), new Samples(client.service()).input(called));
        return client.call(client.open(sent, "https://example.com"), called, input);
    }

    private List<String> compared(StructureShape shape, Object actual) throws Exception {
        return new Expected(client.service()).differences(shape, expected.getParams(), actual);
    }
}
