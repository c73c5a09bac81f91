package dev.whittle.protocoltests;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.stream.EventSource;
import dev.whittle.runtime.stream.EventStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.protocoltests.traits.eventstream.Event;
import software.amazon.smithy.protocoltests.traits.eventstream.EventStreamTestCase;
import software.amazon.smithy.protocoltests.traits.eventstream.EventType;

/** Checks the events that a client sends and receives. */
final class EventCase {
    private final GeneratedClient client;
    private final OperationShape operation;
    private final EventStreamTestCase expected;
    private final LinkedService service;
    private final Values values;
    private final List<String> differences = new ArrayList<>();

    EventCase(GeneratedClient client, OperationShape operation, EventStreamTestCase expected) {
        this.client = client;
        this.operation = operation;
        this.expected = expected;
        this.service = client.service();
        this.values = new Values(service);
    }

    List<String> differences() throws Exception {
        differences.clear();
        Operation called = client.operation(operation.getId().getName());
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        for (Event event : events(EventType.RESPONSE)) {
            response.writeBytes(event.getBytes().orElseThrow());
        }
        HttpHeaders.Builder headers = HttpHeaders.builder().add("Content-Type", "application/vnd.amazon.eventstream");
        ObjectNode initial = expected.getInitialResponse().orElse(Node.objectNode());
        initial.getObjectMember("headers")
                .ifPresent(each -> each.getStringMap()
                        .forEach((name, value) ->
                                headers.set(name, value.expectStringNode().getValue())));
        Sent sent = new Sent(
                initial.getNumberMember("code")
                        .map(code -> code.getValue().intValue())
                        .orElse(200),
                headers.build(),
                response.toByteArray());
        try {
            Object output = client.call(client.open(sent, "https://example.com"), called, input(called));
            received(called, output);
            expectSuccess();
        } catch (ServiceException e) {
            expectFailure(e);
        } catch (CallException e) {
            if (sent.request() == null || expected.getExpectation().isSuccess()) {
                throw e;
            }
        }
        sent(sent.body());
        return differences;
    }

    private List<Event> events(EventType type) {
        return expected.getEvents().stream()
                .filter(event -> event.getType() == type)
                .toList();
    }

    private Object input(Operation called) throws ReflectiveOperationException {
        StructureShape shape = service.model().structure(called.input());
        ObjectNode given = expected.getInitialRequestParams().orElseGet(() -> new Samples(service).input(called));
        Member stream = service.model().stream(called.input());
        Object builder = GeneratedClient.type(service.names().type(shape.id()))
                .getMethod("builder")
                .invoke(null);
        for (Map.Entry<String, Node> entry : given.getStringMap().entrySet()) {
            Member member = Values.member(shape.members(), entry.getKey());
            if (!member.isStream()) {
                Shape target = service.model().shape(member.target());
                Values.set(builder, service.names().member(shape.id(), member), values.of(target, entry.getValue()));
            }
        }
        if (stream != null) {
            List<Object> events = new ArrayList<>();
            for (Event event : events(EventType.REQUEST)) {
                events.add(values.of(
                        service.model().shape(stream.target()),
                        event.getParams().orElseThrow()));
            }
            Values.set(builder, service.names().member(shape.id(), stream), EventSource.of(events));
        }
        return Values.built(builder);
    }

    private void received(Operation called, Object output) throws Exception {
        Member stream = service.model().stream(called.output());
        if (stream == null) {
            return;
        }
        String accessor = service.names().member(called.output(), stream);
        try (EventStream<?> received =
                (EventStream<?>) output.getClass().getMethod(accessor).invoke(output)) {
            Shape shape = service.model().shape(stream.target());
            for (Event event : events(EventType.RESPONSE)) {
                if (!received.hasNext()) {
                    differences.add("an event is missing");
                    return;
                }
                Object found = received.next();
                if (event.getParams().isPresent()) {
                    differences.addAll(new Expected(service)
                            .differences(shape, event.getParams().get(), found));
                }
            }
            if (received.hasNext()) {
                differences.add("there is one more event: " + received.next());
            }
        }
    }

    private void expectSuccess() {
        if (!expected.getExpectation().isSuccess()) {
            differences.add("no exception is thrown");
        }
    }

    private void expectFailure(ServiceException e) {
        var failure = expected.getExpectation().getFailure();
        String error = failure.flatMap(each -> each.getErrorId())
                .map(id -> id.getName())
                .orElse(null);
        if (failure.isEmpty()
                || (error != null
                        && !e.getClass().getSimpleName().equals(error)
                        && !e.getClass().getSimpleName().equals(error + "Exception"))) {
            differences.add("the exception is " + e + ", expected " + error);
        }
    }

    /** Each event is the payload of a message with its signature; an empty one ends the stream. */
    private void sent(byte[] body) {
        List<Event> wanted = events(EventType.REQUEST);
        if (wanted.isEmpty()) {
            return;
        }
        List<Message> inner = new ArrayList<>();
        for (Message signed : decoded(body)) {
            if (signed.getPayload().length > 0) {
                inner.addAll(decoded(signed.getPayload()));
            }
        }
        if (inner.size() != wanted.size()) {
            differences.add(inner.size() + " events are sent, expected " + wanted.size());
            return;
        }
        for (int i = 0; i < inner.size(); i++) {
            byte[] bytes = wanted.get(i).getBytes().orElse(null);
            if (bytes != null) {
                compare(decoded(bytes).get(0), inner.get(i), wanted.get(i));
            }
        }
    }

    private void compare(Message wanted, Message found, Event event) {
        Map<String, HeaderValue> left = new HashMap<>(found.getHeaders());
        wanted.getHeaders().forEach((name, value) -> {
            HeaderValue other = left.remove(name);
            if (!value.equals(other)) {
                differences.add("the header " + name + " is " + other + ", expected " + value);
            }
        });
        if (!left.isEmpty()) {
            differences.add("there are more headers: " + left);
        }
        String mediaType = event.getBodyMediaType().orElse("");
        String difference = mediaType.equals("application/json")
                ? Bodies.difference(
                        new String(wanted.getPayload(), StandardCharsets.UTF_8), mediaType, found.getPayload())
                : Arrays.equals(wanted.getPayload(), found.getPayload())
                        ? null
                        : "the payload is " + Base64.getEncoder().encodeToString(found.getPayload()) + ", expected "
                                + Base64.getEncoder().encodeToString(wanted.getPayload());
        if (difference != null) {
            differences.add(difference);
        }
    }

    private static List<Message> decoded(byte[] bytes) {
        MessageDecoder decoder = new MessageDecoder();
        decoder.feed(bytes);
        return decoder.getDecodedMessages();
    }
}
