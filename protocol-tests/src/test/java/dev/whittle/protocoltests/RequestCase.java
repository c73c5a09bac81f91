package dev.whittle.protocoltests;

import dev.whittle.codegen.model.Operation;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;

/** Checks the request of a call. */
final class RequestCase {
    private final GeneratedClient client;
    private final OperationShape operation;
    private final HttpRequestTestCase expected;
    private final List<String> differences = new ArrayList<>();

    RequestCase(GeneratedClient client, OperationShape operation, HttpRequestTestCase expected) {
        this.client = client;
        this.operation = operation;
        this.expected = expected;
    }

    List<String> differences() throws Exception {
        differences.clear();
        Operation called = client.operation(operation.getId().getName());
        Object input = new Values(client.service())
                .of(client.service().model().structure(called.input()), expected.getParams());
        Sent sent = new Sent(200, HttpHeaders.empty(), new byte[0]);
        ClientSettings settings = ClientSettings.of(expected.getVendorParams());
        Object opened = settings == null
                ? client.open(sent, "https://" + expected.getHost().orElse("example.com"))
                : client.open(sent, settings);
        try {
            client.call(
                    opened,
                    called,
                    input,
                    settings == null ? RequestOptions.builder().build() : settings.options());
        } catch (CallException e) {
            // The response is empty, which not every output can be; only the request counts.
            if (sent.request() == null) {
                throw e;
            }
        }
        compare(sent.request(), sent.body());
        return differences;
    }

    private void compare(HttpRequest request, byte[] body) {
        check("the method", expected.getMethod(), request.method());
        check("the path", expected.getUri(), request.path());
        expected.getResolvedHost().ifPresent(host -> check("the host", host.split("/", 2)[0], request.authority()));
        query(request);
        headers(request);
        expected.getBody().ifPresent(text -> {
            String difference =
                    Bodies.difference(text, expected.getBodyMediaType().orElse(""), body);
            if (difference != null) {
                differences.add(difference);
            }
        });
    }

    private void query(HttpRequest request) {
        List<String> parameters = request.query() == null
                ? List.of()
                : Arrays.asList(request.query().split("&"));
        List<String> left = new ArrayList<>(parameters);
        for (String parameter : expected.getQueryParams()) {
            // A parameter without a value may be written with or without the sign.
            if (!left.remove(parameter) && !left.remove(parameter + "=")) {
                differences.add("the query " + request.query() + " lacks " + parameter);
            }
        }
        List<String> names =
                parameters.stream().map(each -> each.split("=", 2)[0]).toList();
        for (String name : expected.getForbidQueryParams()) {
            if (names.contains(name)) {
                differences.add("the query " + request.query() + " has " + name);
            }
        }
        for (String name : expected.getRequireQueryParams()) {
            if (!names.contains(name)) {
                differences.add("the query " + request.query() + " lacks " + name);
            }
        }
    }

    private void headers(HttpRequest request) {
        for (Map.Entry<String, String> header : expected.getHeaders().entrySet()) {
            check(
                    "the header " + header.getKey(),
                    header.getValue(),
                    request.headers().joined(header.getKey()));
        }
        for (String name : expected.getForbidHeaders()) {
            check("the header " + name, null, request.headers().joined(name));
        }
        for (String name : expected.getRequireHeaders()) {
            // The transport writes it.
            boolean hasLength = name.equalsIgnoreCase("Content-Length") && request.body() != null;
            if (!hasLength && request.headers().joined(name) == null) {
                differences.add("the header " + name + " is missing");
            }
        }
    }

    private void check(String what, String wanted, String found) {
        if (wanted == null ? found != null : !wanted.equals(found)) {
            differences.add(what + " is " + found + ", expected " + wanted);
        }
    }
}
