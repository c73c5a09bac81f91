package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.JsonWriter;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.stream.EventBody;
import dev.whittle.runtime.stream.EventCodec;
import dev.whittle.runtime.stream.EventReader;
import dev.whittle.runtime.stream.EventSource;
import dev.whittle.runtime.stream.EventStream;
import dev.whittle.runtime.stream.EventWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Calls whose bodies are events, through the pipeline, with messages of AWS's own library. */
class EventCallTest {
    /** Events that are texts, as generated codecs read and write them. */
    private static final class Texts extends EventCodec<String> {
        @Override
        public String read(EventReader in) {
            return in.type() + ":" + in.text();
        }

        @Override
        public void write(String event, EventWriter out) {
            out.type("text").body("text/plain", event);
        }

        @Override
        public String errorCode(String exceptionType) {
            return exceptionType.equals("notFound") ? "ResourceNotFoundException" : exceptionType;
        }
    }

    private static final TestOperation EVENTS =
            TestOperation.reading(in -> in.events(new Texts())).streamingOut();

    private static byte[] message(String payload, String... headers) {
        Map<String, HeaderValue> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], HeaderValue.fromString(headers[i + 1]));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Message(all, payload.getBytes(StandardCharsets.UTF_8)).encode(out);
        return out.toByteArray();
    }

    private static byte[] event(String payload) {
        return message(payload, ":message-type", "event", ":event-type", "text");
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Gives out bodies in turn and keeps requests. */
    private static final class Bodies implements HttpTransport {
        final Deque<byte[]> next = new ArrayDeque<>();
        final List<HttpRequest> requests = new ArrayList<>();

        Bodies then(byte[]... parts) {
            next.add(join(parts));
            return this;
        }

        @Override
        public HttpResponse send(HttpRequest request) {
            requests.add(request);
            HttpHeaders headers =
                    HttpHeaders.builder().add("x-amzn-RequestId", "r-1").build();
            return new HttpResponse(200, headers, new ByteArrayInputStream(next.remove()));
        }

        @Override
        public void close() {}
    }

    @SuppressWarnings("unchecked")
    private static EventStream<String> events(Object output) {
        return (EventStream<String>) output;
    }

    private static EventStream<String> open(Bodies bodies) {
        return events(TestClient.with(bodies).build().call(EVENTS, "x", null));
    }

    @Test
    void eventsComeInTheirOrder() {
        try (EventStream<String> stream = open(new Bodies().then(event("a"), event("b")))) {
            assertThat(stream.iterator()).toIterable().containsExactly("text:a", "text:b");
        }
    }

    @Test
    void aModelledErrorUnderEitherNameIsThrownWithWhatItsResponseSays() {
        for (String name : new String[] {"notFound", "ResourceNotFoundException"}) {
            byte[] error = message(
                    "{\"message\":\"gone\"}",
                    ":message-type",
                    "exception",
                    ":exception-type",
                    name,
                    ":content-type",
                    "application/json");
            try (EventStream<String> stream = open(new Bodies().then(event("a"), error))) {
                assertThat(stream.next()).isEqualTo("text:a");
                assertThatThrownBy(stream::next)
                        .isInstanceOfSatisfying(TestOperation.ResourceNotFoundException.class, e -> {
                            assertThat(e.errorCode()).isEqualTo("ResourceNotFoundException");
                            assertThat(e.requestId()).isEqualTo("r-1");
                            assertThat(e.statusCode()).isEqualTo(200);
                        })
                        .hasMessageStartingWith("gone (GetBrowserSession, HTTP 200");
            }
        }
    }

    @Test
    void anErrorMessageIsAServiceException() {
        byte[] error = message(
                "", ":message-type", "error", ":error-code", "ThrottlingException", ":error-message", "slow down");
        try (EventStream<String> stream = open(new Bodies().then(error))) {
            assertThatThrownBy(stream::next).isInstanceOfSatisfying(ServiceException.class, e -> {
                assertThat(e.errorCode()).isEqualTo("ThrottlingException");
                assertThat(e.serviceMessage()).isEqualTo("slow down");
                assertThat(e.isThrottling()).isTrue();
            });
        }
    }

    @Test
    void aStreamThatBreaksOffIsAFailureOfTheTransport() {
        byte[] whole = event("a");
        EventStream<String> stream = open(new Bodies().then(Arrays.copyOf(whole, whole.length - 1)));
        assertThatThrownBy(stream::next)
                .isInstanceOfAny(TransportException.class, MalformedResponseException.class)
                .hasMessageContaining("GetBrowserSession");
        byte[] damaged = whole.clone();
        damaged[whole.length - 5] ^= 1;
        assertThatThrownBy(() -> open(new Bodies().then(damaged)).next())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageStartingWith("GetBrowserSession response: ");
    }

    @Test
    void theFirstMessageMayHaveTheOtherMembers() {
        TestOperation rpc = TestOperation.reading(in -> {
                    EventStream<String> stream = in.events(new Texts());
                    JsonReader json = in.initialResponse().json();
                    String name = json.first();
                    return List.of(name == null ? "none" : name + "=" + json.string(), stream);
                })
                .streamingOut();
        byte[] initial = message("{\"id\":\"7\"}", ":message-type", "event", ":event-type", "initial-response");
        List<?> with = (List<?>)
                TestClient.with(new Bodies().then(initial, event("a"))).build().call(rpc, "x", null);
        assertThat(with.get(0)).isEqualTo("id=7");
        try (EventStream<String> stream = events(with.get(1))) {
            assertThat(stream.next()).isEqualTo("text:a");
        }
        List<?> without =
                (List<?>) TestClient.with(new Bodies().then(event("a"))).build().call(rpc, "x", null);
        assertThat(without.get(0)).isEqualTo("none");
        try (EventStream<String> stream = events(without.get(1))) {
            assertThat(stream.next()).isEqualTo("text:a");
        }
    }

    @Test
    void theScopedFormTriesAgainWhatTheServiceSaysMaySucceed() {
        byte[] throttled = message("{}", ":message-type", "exception", ":exception-type", "ThrottlingException");
        byte[] lasting = message("{}", ":message-type", "exception", ":exception-type", "notFound");
        Bodies bodies = new Bodies().then(throttled).then(event("a"));
        String first = TestClient.with(bodies)
                .build()
                .call(EVENTS, "x", null, output -> events(output).next());
        assertThat(first).isEqualTo("text:a");
        assertThat(bodies.requests).hasSize(2);
        Bodies once = new Bodies().then(lasting);
        assertThatThrownBy(() -> TestClient.with(once)
                        .build()
                        .call(EVENTS, "x", null, output -> events(output).next()))
                .isInstanceOf(TestOperation.ResourceNotFoundException.class);
        assertThat(once.requests).hasSize(1);
    }

    private static TestOperation sending(EventSource<String> source, AuthType type, String json) {
        return new TestOperation(
                        "POST",
                        type,
                        (input, out) -> {
                            out.path("/");
                            out.events(new Texts(), source);
                            if (json != null) {
                                JsonWriter members = out.json("application/x-amz-json-1.1");
                                members.startObject();
                                members.property("name", json);
                                members.endObject();
                            }
                        },
                        in -> in.events(new Texts()))
                .streamingIn()
                .streamingOut();
    }

    private static List<Message> sent(HttpRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        request.body().writeTo(out);
        List<Message> messages = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
        while (bytes.hasRemaining()) {
            messages.add(Message.decode(bytes));
        }
        return messages;
    }

    @Test
    void eventsOfARequestAreSignedOneByOne() throws IOException {
        Bodies bodies = new Bodies().then();
        EventSource<String> source = EventSource.of(List.of("a", "b"));
        events(TestClient.with(bodies).build().call(sending(source, AuthType.SIGV4, null), "x", null))
                .close();
        HttpRequest request = bodies.requests.get(0);
        assertThat(request.headers().first("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(request.headers().first("x-amz-content-sha256")).isEqualTo("STREAMING-AWS4-HMAC-SHA256-EVENTS");
        assertThat(request.headers().first("Authorization")).contains("x-amz-content-sha256");
        assertThat(request.body()).isInstanceOf(EventBody.class);
        List<Message> messages = sent(request);
        assertThat(messages)
                .hasSize(3)
                .allSatisfy(m -> assertThat(m.getHeaders()).containsOnlyKeys(":date", ":chunk-signature"));
        Message first = Message.decode(ByteBuffer.wrap(messages.get(0).getPayload()));
        assertThat(first.getHeaders().get(":event-type").getString()).isEqualTo("text");
        assertThat(first.getPayload()).asString().isEqualTo("a");
        assertThat(messages.get(2).getPayload()).isEmpty();
    }

    @Test
    void eventsOfAnotherSchemeAreNotSigned() throws IOException {
        Bodies bodies = new Bodies().then();
        EventSource<String> source = sink -> sink.send("a");
        events(TestClient.with(bodies).build().call(sending(source, AuthType.NONE, "n"), "x", null))
                .close();
        List<Message> messages = sent(bodies.requests.get(0));
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).getHeaders().get(":event-type").getString()).isEqualTo("initial-request");
        assertThat(messages.get(0).getHeaders().get(":content-type").getString())
                .isEqualTo("application/x-amz-json-1.1");
        assertThat(messages.get(0).getPayload()).asString().isEqualTo("{\"name\":\"n\"}");
        assertThat(messages.get(1).getPayload()).asString().isEqualTo("a");
    }

    @Test
    void eventsThatWereSentAreNotSentAgain() {
        List<String> attempts = new ArrayList<>();
        HttpTransport failing = new HttpTransport() {
            @Override
            public HttpResponse send(HttpRequest request) throws IOException {
                attempts.add(request.path());
                if (attempts.size() == 2) {
                    request.body().writeTo(new ByteArrayOutputStream());
                }
                throw new IOException("reset");
            }

            @Override
            public void close() {}
        };
        for (AuthType type : new AuthType[] {AuthType.SIGV4, AuthType.NONE}) {
            attempts.clear();
            assertThatThrownBy(() -> TestClient.with(failing)
                            .build()
                            .call(sending(EventSource.of(List.of("a")), type, null), "x", null))
                    .isInstanceOf(TransportException.class)
                    .hasMessageEndingWith("failed: reset, attempt 2 of 3; not tried again,"
                            + " because the body of the request can be read only once");
            assertThat(attempts).hasSize(2);
        }
    }

    @Test
    void aBodyWithoutMessagesHasNoEvents() {
        try (EventStream<String> stream = open(new Bodies().then())) {
            assertThat(stream.hasNext()).isFalse();
        }
    }
}
