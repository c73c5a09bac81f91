package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.TokenProvider;
import dev.whittle.runtime.codec.Text;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.UnsendableRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes into a call, at whichever door: what comes out is a CallException that does not quote it. */
class OnlyCallExceptionsTest {
    private static final String NASTY = "hunter2\u0000\r\n\ud800";

    private final FakeTransport transport = new FakeTransport();

    /** A failure of code that is not ours, whose message has a secret. */
    private static RuntimeException odd() {
        return new IllegalStateException(NASTY);
    }

    private static <T> Supplier<T> oddSupplier() {
        return () -> {
            throw odd();
        };
    }

    private record Door(String name, Class<? extends CallException> expected, Consumer<RequestWriter> writing) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Door> writings() {
        Instant far = Instant.MAX;
        Instant past = Instant.MIN;
        Document deep = Document.NULL;
        for (int i = 0; i < 1000; i++) {
            deep = Document.list(List.of(deep));
        }
        Document tooDeep = deep;
        return Stream.of(
                new Door("label", RequestNotSentException.class, out -> out.label("m", "\ud800")),
                new Door("no label", MissingMemberException.class, out -> out.label("m", null)),
                new Door("empty label", MissingMemberException.class, out -> out.label("m", "")),
                new Door("dots", RequestNotSentException.class, out -> out.label("m", "..")),
                new Door("greedy label", RequestNotSentException.class, out -> out.greedyLabel("m", "a/\udc00")),
                new Door("host label", RequestNotSentException.class, out -> out.hostLabel("m", NASTY)),
                new Door("query", RequestNotSentException.class, out -> out.query("m", NASTY)),
                new Door("query of a member", RequestNotSentException.class, out -> out.query("q", "m", NASTY)),
                new Door("query map", RequestNotSentException.class, out -> out.queryMap("m", Map.of("a", NASTY))),
                new Door("query key", RequestNotSentException.class, out -> out.queryMap("m", Map.of(NASTY, "a"))),
                new Door(
                        "query lists",
                        RequestNotSentException.class,
                        out -> out.queryListMap("m", Map.of("a", List.of(NASTY)))),
                new Door("header", RequestNotSentException.class, out -> out.header("X-A", "m", NASTY)),
                new Door(
                        "prefix headers",
                        RequestNotSentException.class,
                        out -> out.prefixHeaders("X-", "m", Map.of("a", NASTY))),
                new Door(
                        "prefix key",
                        RequestNotSentException.class,
                        out -> out.prefixHeaders("X-", "m", Map.of(NASTY, "a"))),
                new Door(
                        "date in a header",
                        RequestNotSentException.class,
                        out -> out.header("X-A", Text.httpDate(far, "m"))),
                new Door(
                        "date in the query",
                        RequestNotSentException.class,
                        out -> out.query("q", Text.dateTime(past, "m"))),
                new Door("date in JSON", RequestNotSentException.class, out -> {
                    out.json("application/json").startObject();
                    out.json("application/json").name("m");
                    out.json("application/json").dateTime(far);
                }),
                new Door("deep JSON", RequestNotSentException.class, out -> {
                    out.json("application/json").startObject();
                    out.json("application/json").property("m", tooDeep);
                }),
                new Door("text", RequestNotSentException.class, out -> out.body("text/plain", NASTY)),
                new Door("base64", RequestNotSentException.class, out -> out.header("X-A", Text.base64(NASTY))),
                new Door("code of the caller's", RequestNotSentException.class, out -> {
                    throw odd();
                }));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void fromWriting(Door door) {
        TestOperation operation = TestOperation.writing((input, out) -> {
            out.path("/");
            door.writing().accept(out);
        });
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            Throwable thrown = catchThrowable(() -> pipeline.call(operation, "x", null));
            assertThat(thrown)
                    .isInstanceOf(door.expected())
                    .hasMessageStartingWith("GetBrowserSession: ")
                    .hasMessageNotContaining("hunter2");
            if (!List.of("code of the caller's", "text", "base64").contains(door.name())) {
                assertThat(thrown).hasMessageContaining("member 'm'");
            }
            assertThatThrownBy(() -> pipeline.presigning().presign(operation, "x", Duration.ofMinutes(1), null))
                    .isInstanceOf(door.expected());
        }
        assertThat(transport.requests).isEmpty();
    }

    /** Everything that epoch seconds have digits for is sent. */
    @Test
    void anyInstantAsEpochSeconds() {
        for (Instant instant : List.of(Instant.MIN, Instant.MAX, Instant.ofEpochMilli(-1), Instant.EPOCH)) {
            TestOperation operation = TestOperation.writing(
                    (input, out) -> out.path("/").json("application/json").epochSeconds(instant));
            try (CallPipeline pipeline = TestClient.with(transport).build()) {
                pipeline.call(operation, "x", null);
            }
            assertThat(Text.epochSeconds(instant)).isNotEmpty();
        }
    }

    private record Setup(
            String name,
            Class<? extends Throwable> expected,
            String message,
            Function<TestClient, TestClient> client,
            RequestOptions options,
            TestOperation operation) {
        Setup(
                String name,
                Class<? extends Throwable> expected,
                String message,
                Function<TestClient, TestClient> client) {
            this(name, expected, message, client, null, TestOperation.get());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static TestOperation authenticated(AuthType type) {
        return new TestOperation("GET", type, (input, out) -> out.path("/"), in -> in.text());
    }

    private static CallInterceptor setting(String name, String value) {
        return new CallInterceptor() {
            @Override
            public void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {
                headers.set(name, value);
            }
        };
    }

    static Stream<Setup> setups() {
        TestOperation bearer = authenticated(AuthType.HTTP_BEARER);
        return Stream.of(
                new Setup(
                        "credentials that are null",
                        MissingCredentialsException.class,
                        "the credentials provider returned null instead of credentials",
                        client -> client.credentials(() -> null)),
                new Setup(
                        "credentials that fail",
                        MissingCredentialsException.class,
                        "the credentials provider failed with java.lang.IllegalStateException",
                        client -> client.credentials(() -> {
                            throw odd();
                        })),
                new Setup(
                        "credentials of a call that fail",
                        MissingCredentialsException.class,
                        "the credentials provider failed with java.lang.IllegalStateException",
                        client -> client,
                        RequestOptions.builder()
                                .credentials(() -> {
                                    throw odd();
                                })
                                .build(),
                        TestOperation.get()),
                new Setup(
                        "credentials with a line break",
                        RequestNotSentException.class,
                        "header X-Amz-Security-Token holds a line break",
                        client -> client.credentials(CredentialsProvider.of(Credentials.of("AKID", "s", "hunter2\n")))),
                new Setup(
                        "a token that is null",
                        MissingCredentialsException.class,
                        "the token provider returned null instead of a token",
                        client -> client.tokens(() -> null),
                        null,
                        bearer),
                new Setup(
                        "a token that fails",
                        MissingCredentialsException.class,
                        "authentication failed with java.lang.IllegalStateException",
                        client -> client.tokens(() -> {
                            throw odd();
                        }),
                        null,
                        bearer),
                new Setup(
                        "a token with a line break",
                        MissingCredentialsException.class,
                        "the bearer token is empty, or has a character that a header cannot hold",
                        client -> client.tokens(TokenProvider.of(NASTY)),
                        null,
                        bearer),
                new Setup(
                        "no token",
                        MissingCredentialsException.class,
                        "Call tokens(...)",
                        client -> client,
                        null,
                        bearer),
                new Setup(
                        "a scheme that fails",
                        MissingCredentialsException.class,
                        "authentication failed with java.lang.IllegalStateException",
                        client -> client.authScheme(AuthType.SIGV4, (request, millis) -> {
                            throw odd();
                        })),
                new Setup(
                        "a scheme with a bad header",
                        RequestNotSentException.class,
                        "header X-Key holds a line break",
                        client -> client.authScheme(
                                AuthType.SIGV4,
                                (request, millis) -> request.headers().set("X-Key", NASTY.substring(8)))),
                new Setup(
                        "an endpoint that signs for an odd region",
                        MissingCredentialsException.class,
                        "authentication failed",
                        client -> client.endpoints(in -> Endpoint.of("https://example.com")
                                .withSigning(EndpointSigning.sigV4(null, "hünter2", false)))),
                new Setup(
                        "an endpoint that fails",
                        RequestNotSentException.class,
                        "java.lang.IllegalStateException",
                        client -> client.endpoints(in -> {
                            throw odd();
                        })),
                new Setup(
                        "an endpoint that is none",
                        ConfigurationException.class,
                        "",
                        client -> client.endpoints(in -> Endpoint.of("https://hunter2 x"))),
                new Setup(
                        "an endpoint with a bad header",
                        RequestNotSentException.class,
                        "header X-E holds the character NUL",
                        client -> client.endpoints(
                                in -> Endpoint.of("https://example.com").withHeader("X-E", NASTY))),
                new Setup(
                        "an interceptor with a bad value",
                        RequestNotSentException.class,
                        "header X-I holds the character NUL",
                        client -> client.interceptor(setting("X-I", NASTY))),
                new Setup(
                        "an interceptor with a bad name",
                        RequestNotSentException.class,
                        "header name",
                        client -> client.interceptor(setting(NASTY, "x"))),
                new Setup(
                        "an interceptor with null",
                        RequestNotSentException.class,
                        "header X-I has no value: it is null",
                        client -> client.interceptor(setting("X-I", null))),
                new Setup(
                        "tokens that are null",
                        RequestNotSentException.class,
                        "the supplier of idempotency tokens returned null",
                        client -> client.idempotencyTokens(() -> null),
                        null,
                        TestOperation.writing((input, out) -> out.path("/").query("t", out.idempotencyToken()))),
                new Setup(
                        "tokens that fail",
                        RequestNotSentException.class,
                        "java.lang.IllegalStateException",
                        client -> client.idempotencyTokens(oddSupplier()),
                        null,
                        TestOperation.writing((input, out) -> out.path("/").query("t", out.idempotencyToken()))),
                new Setup(
                        "a transport that fails",
                        TransportException.class,
                        "the transport failed with java.lang.IllegalStateException",
                        client -> client.transport(transport(request -> {
                            throw odd();
                        }))),
                new Setup(
                        "a transport that wraps",
                        TransportException.class,
                        "Connection reset",
                        client -> client.transport(transport(request -> {
                            throw new UncheckedIOException(new IOException("Connection reset"));
                        }))),
                new Setup(
                        "a transport that refuses",
                        RequestNotSentException.class,
                        "the header X-I is not for this transport",
                        client -> client.transport(transport(request -> {
                            throw new UnsendableRequestException("the header X-I is not for this transport");
                        }))),
                new Setup(
                        "a transport that returns null",
                        TransportException.class,
                        "the transport returned null instead of a response",
                        client -> client.transport(transport(request -> null))),
                new Setup(
                        "a body that fails",
                        MalformedResponseException.class,
                        "it cannot be read: java.lang.IllegalStateException (HTTP 200, no content type)",
                        client -> client.transport(transport(request -> failing(200)))),
                new Setup(
                        "an error's body that fails",
                        MalformedResponseException.class,
                        "it cannot be read: java.lang.IllegalStateException (HTTP 404, no content type)",
                        client -> client.transport(transport(request -> failing(404)))),
                new Setup(
                        "a codec that fails",
                        MalformedResponseException.class,
                        "it cannot be read: java.lang.IllegalStateException",
                        client -> client,
                        null,
                        TestOperation.reading(in -> {
                            throw odd();
                        })),
                new Setup(
                        "a codec that misses a member",
                        MalformedResponseException.class,
                        "it cannot be read: Out: required member 'm' is not set",
                        client -> client,
                        null,
                        TestOperation.reading(in -> {
                            throw new MissingMemberException("Out", "m");
                        })));
    }

    private static HttpResponse failing(int status) {
        return new HttpResponse(status, HttpHeaders.empty(), new InputStream() {
            @Override
            public int read() {
                throw odd();
            }
        });
    }

    private interface Sending {
        HttpResponse send(HttpRequest request) throws IOException;
    }

    private static HttpTransport transport(Sending sending) {
        return new HttpTransport() {
            @Override
            public HttpResponse send(HttpRequest request) throws IOException {
                return sending.send(request);
            }

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @MethodSource("setups")
    void fromWhatTheClientWasGiven(Setup setup) {
        try (CallPipeline pipeline =
                setup.client().apply(TestClient.with(transport)).build()) {
            Throwable thrown = catchThrowable(() -> pipeline.call(setup.operation(), "x", setup.options()));
            assertThat(thrown)
                    .isInstanceOf(CallException.class)
                    .isInstanceOf(setup.expected())
                    .hasMessageContaining(setup.message())
                    .hasMessageNotContaining("hunter2");
            Throwable later = catchThrowable(() -> new AsyncCalls(pipeline, Runnable::run)
                    .start(setup.operation(), "x", setup.options())
                    .join());
            assertThat(later).hasCauseInstanceOf(setup.expected());
        }
        assertThat(transport.requests.size()).isLessThanOrEqualTo(2);
    }

    /** Code of the caller's that takes part in a call speaks to the caller: what it throws is not touched. */
    @Test
    void whatHooksThrowComesOutAsItIs() {
        IllegalStateException own = new IllegalStateException("own");
        CallInterceptor before = new CallInterceptor() {
            @Override
            public void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {
                throw own;
            }
        };
        CallInterceptor after = new CallInterceptor() {
            @Override
            public void afterResponse(CallInfo call, ResponseInfo response) {
                throw own;
            }
        };
        CallObserver observer = call -> {
            throw own;
        };
        RequestOptions listening = RequestOptions.builder()
                .onResponse(response -> {
                    throw own;
                })
                .build();
        assertThat(thrown(TestClient.with(transport).interceptor(before), null)).isSameAs(own);
        assertThat(thrown(TestClient.with(transport).interceptor(after), null)).isSameAs(own);
        assertThat(thrown(TestClient.with(transport).observer(observer), null)).isSameAs(own);
        assertThat(thrown(TestClient.with(transport), listening)).isSameAs(own);
    }

    /** It may be of a class that is retried when the transport throws it, and the response may be there already. */
    @Test
    void whatHooksThrowRepeatsNothing() {
        TransportException own = new TransportException("own", new IOException("reset"));
        CallInterceptor before = new CallInterceptor() {
            @Override
            public void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {
                throw own;
            }
        };
        CallInterceptor after = new CallInterceptor() {
            @Override
            public void afterResponse(CallInfo call, ResponseInfo response) {
                throw own;
            }
        };
        CallObserver observer = call -> new CallObservation() {
            @Override
            public void attemptEnded(Outcome outcome) {
                throw own;
            }
        };
        RequestOptions listening = RequestOptions.builder()
                .onResponse(response -> {
                    throw own;
                })
                .build();
        assertThat(thrown(TestClient.with(transport).interceptor(before), null)).isSameAs(own);
        assertThat(transport.requests).isEmpty();
        assertThat(thrown(TestClient.with(transport).interceptor(after), null)).isSameAs(own);
        assertThat(transport.requests).hasSize(1);
        assertThat(thrown(TestClient.with(transport).observer(observer), null)).isSameAs(own);
        assertThat(transport.requests).hasSize(2);
        assertThat(thrown(TestClient.with(transport), listening)).isSameAs(own);
        assertThat(transport.requests).hasSize(3);
    }

    @Test
    void aClockThatCannotBeReadIsTold() {
        Clock clock = Clock.fixed(Instant.MAX, ZoneOffset.UTC);
        assertThat(thrown(TestClient.with(transport).clock(clock), null))
                .isInstanceOf(CallException.class)
                .hasMessageContaining("ArithmeticException");
        try (CallPipeline pipeline = TestClient.with(transport).clock(clock).build()) {
            assertThatThrownBy(
                            () -> pipeline.presigning().presign(TestOperation.get(), "x", Duration.ofMinutes(1), null))
                    .isInstanceOf(CallException.class)
                    .hasMessageContaining("ArithmeticException");
        }
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void aTransportMakesNoResponseWithoutHeadersOrBody() {
        assertThatThrownBy(() -> new HttpResponse(404, null, InputStream.nullInputStream()))
                .hasMessage("headers must not be null");
        assertThatThrownBy(() -> new HttpResponse(404, HttpHeaders.empty(), null))
                .hasMessage("body must not be null");
    }

    private static Throwable thrown(TestClient client, RequestOptions options) {
        try (CallPipeline pipeline = client.build()) {
            return catchThrowable(() -> pipeline.call(TestOperation.get(), "x", options));
        }
    }

    @Test
    void afterTheEnd() {
        CallPipeline pipeline = TestClient.with(transport).build();
        pipeline.close();
        assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "x", null))
                .isInstanceOf(ClientClosedException.class);
    }

    /** A null where none may be is a fault of the program, and the message says whose. */
    @Test
    void nullsAreNamed() {
        RequestOptions.Builder options = RequestOptions.builder();
        TestClient client = TestClient.with(transport);
        Map<String, ThrowingCallable> calls = Map.ofEntries(
                Map.entry(
                        "GetBrowserSession: the request is null",
                        () -> client.build().call(TestOperation.get(), null, null)),
                Map.entry("token must not be null", () -> TokenProvider.of(null)),
                Map.entry("tokens must not be null", () -> client.tokens(null)),
                Map.entry("accessKeyId must not be null", () -> Credentials.of(null, "s")),
                Map.entry("secretAccessKey must not be null", () -> Credentials.of("a", null)),
                Map.entry("credentials must not be null", () -> CredentialsProvider.of(null)),
                Map.entry("user must not be null", () -> AuthScheme.basic(null, "p")),
                Map.entry("password must not be null", () -> AuthScheme.basic("u", null)),
                Map.entry("key must not be null", () -> AuthScheme.apiKeyHeader("X-K", null)),
                Map.entry("name must not be null", () -> AuthScheme.apiKeyQuery(null, "k")),
                Map.entry("endpoint must not be null", () -> client.endpoint((URI) null)),
                Map.entry("callTimeout must not be null", () -> client.callTimeout(null)),
                Map.entry("attemptTimeout must not be null", () -> options.attemptTimeout(null)),
                Map.entry("suffix must not be null", () -> client.userAgent(null)),
                Map.entry("type must not be null", () -> client.authScheme(null, AuthScheme.anonymous())),
                Map.entry("scheme must not be null", () -> client.authScheme(AuthType.SIGV4, null)),
                Map.entry("retry must not be null", () -> client.retry(null)),
                Map.entry("value must not be null", () -> options.header("X-A", null)),
                Map.entry("listener must not be null", () -> options.onResponse(null)),
                Map.entry(
                        "validFor must not be null",
                        () -> client.build().presigning().presign(TestOperation.get(), "x", null, null)),
                Map.entry("id must not be null", () -> AuthType.of(null)),
                Map.entry("the list is null: pass an empty one for no elements", () -> Document.list(null)),
                Map.entry("the map is null: pass an empty one for no entries", () -> Document.map(null)));
        calls.forEach((message, call) -> assertThatThrownBy(call)
                .as(message)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(message));
    }

    @Test
    void aResponseOfAnyKindIsReadOrRefused() {
        for (String body : Arrays.asList("", "{}", "[]", "null", "\"x\"", "\u0000", "\ud800", "{\"a\":", "<html>")) {
            transport.body = body;
            try (CallPipeline pipeline = TestClient.with(transport).build()) {
                Throwable thrown = catchThrowable(() -> pipeline.call(TestOperation.get(), "x", null));
                assertThat(thrown == null || thrown instanceof MalformedResponseException)
                        .as(body)
                        .isTrue();
            }
        }
    }
}
