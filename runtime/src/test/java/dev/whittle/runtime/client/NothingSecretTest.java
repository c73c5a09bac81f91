package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.Text;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.Transports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a call, at the finest log level: none of the secrets that go in and out comes out elsewhere. */
@Timeout(120)
class NothingSecretTest {
    /** Every secret holds this, in whatever place it is. */
    private static final String SECRET = "hunter2";

    private final StringBuffer output = new StringBuffer();
    private final Logger logger = Logger.getLogger("dev.whittle");
    private final Level levelBefore = logger.getLevel();
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            output.append(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    static List<HttpTransport> transports() {
        return Transports.underTest();
    }

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        PrintStream both = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stopListening() {
        System.setOut(outBefore);
        System.setErr(errBefore);
        logger.setLevel(levelBefore);
        logger.removeHandler(handler);
    }

    /** Writes secrets into every part of a request. */
    private static TestOperation operation() {
        return new TestOperation(
                "POST",
                AuthType.SIGV4,
                (input, out) -> out.path("/vaults/")
                        .label("vault", "label-" + SECRET)
                        .query("token", "query-" + SECRET)
                        .header("X-Vault-Key", "header-" + SECRET)
                        .body("text/plain", "body-" + SECRET),
                in -> TestOperation.post().read(in));
    }

    private static TestClient client(FaultServer server, HttpTransport transport, String sessionToken) {
        return TestClient.bare()
                .region("us-east-1")
                .endpoint(server.endpoint())
                .transport(transport)
                .retries(new RecordedRetryPause(), new Random(1))
                .attemptTimeout(Duration.ofSeconds(20))
                .observer(call -> new Watcher(call))
                .credentials(CredentialsProvider.of(Credentials.of("AKID", "key-" + SECRET, sessionToken)));
    }

    private record Watcher(CallInfo call) implements CallObservation {
        @Override
        public void callEnded(Outcome outcome) {
            System.out.println(call + ": " + outcome);
        }
    }

    private static RequestOptions.Builder options() {
        return RequestOptions.builder()
                .header("X-Api-Key", "option-" + SECRET)
                .onResponse(response -> System.out.println(response));
    }

    /** Calls twice, because the first call of a client is not logged. */
    private Throwable call(HttpTransport transport, String sessionToken, FaultServer.Script script) throws IOException {
        return call(transport, sessionToken, options().build(), script);
    }

    private Throwable call(
            HttpTransport transport, String sessionToken, RequestOptions options, FaultServer.Script script)
            throws IOException {
        try (FaultServer server = new FaultServer(script);
                CallPipeline pipeline = client(server, transport, sessionToken).build()) {
            note(catchThrowable(() -> pipeline.call(operation(), "", options)));
            Throwable thrown = catchThrowable(() -> pipeline.call(operation(), "", options));
            note(thrown);
            note(catchThrowable(() ->
                    output.append(pipeline.presigning().presign(operation(), "", Duration.ofMinutes(5), options))));
            CompletableFuture<?> future = new AsyncCalls(pipeline, Runnable::run).start(operation(), "", options);
            note(catchThrowable(future::join));
            output.append(future);
            output.append(options).append(pipeline).append(Credentials.of("AKID", "key-" + SECRET, sessionToken));
            return thrown;
        }
    }

    private void note(Throwable thrown) {
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            output.append(trace);
            if (thrown instanceof ServiceException error) {
                output.append(error.details());
            }
        }
    }

    private void assertNothingSecret() {
        output.append(console.toString(StandardCharsets.UTF_8));
        assertThat(output.toString())
                .as("what was logged, printed and thrown")
                .doesNotContain(SECRET)
                .doesNotContain("Signature=");
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nSet-Cookie: cookie-" + SECRET + "\r\nX-Vault: response-"
                + SECRET + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Tag("transport")
    @ParameterizedTest
    @MethodSource("transports")
    void inSuccess(HttpTransport transport) throws IOException {
        String body = "{\"password\":\"" + SECRET + "\",\"viewPort\":{\"width\":1}}";
        assertThat(call(transport, "token-" + SECRET, c -> c.write(ok(body)))).isNull();
        assertThat(output)
                .as("headers are logged, redacted")
                .contains("Authorization: ***")
                .contains("X-Amz-Security-Token: ***")
                .contains("X-Vault-Key: ***")
                .containsIgnoringCase("set-cookie: ***")
                .contains("Content-Type: text/plain");
        assertNothingSecret();
    }

    @Tag("transport")
    @ParameterizedTest
    @MethodSource("transports")
    void inErrors(HttpTransport transport) throws IOException {
        for (String status : List.of("403 No", "500 No", "429 No", "302 Found\r\nLocation: /?" + SECRET)) {
            String body = "{\"code\":\"X\",\"message\":\"no\",\"password\":\"" + SECRET + "\"}";
            assertThat(call(
                            transport,
                            "token-" + SECRET,
                            c -> c.write("HTTP/1.1 " + status + "\r\nConnection: close\r\nX-Vault: " + SECRET
                                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)))
                    .isInstanceOf(ServiceException.class);
        }
        assertNothingSecret();
    }

    @Tag("transport")
    @ParameterizedTest
    @MethodSource("transports")
    void inResponsesThatAreNotUnderstood(HttpTransport transport) throws IOException {
        for (String body : List.of(
                "{\"viewPort\":" + SECRET + "}",
                SECRET,
                "{\"viewPort\":{\"width\":\"" + SECRET + "\"}}",
                "{\"viewPort\":\"" + SECRET + "\"}",
                "{\"viewPort\":{\"x\":\"\\q" + SECRET + "\"}}",
                "{\"a\":\"" + SECRET)) {
            assertThat(call(transport, "token-" + SECRET, c -> c.write(ok(body))))
                    .as(body)
                    .isInstanceOf(MalformedResponseException.class);
        }
        assertNothingSecret();
    }

    @Tag("transport")
    @ParameterizedTest
    @MethodSource("transports")
    void inTimeoutsAndBrokenConnections(HttpTransport transport) throws IOException {
        RequestOptions hurry = options()
                .attemptTimeout(Duration.ofMillis(150))
                .callTimeout(Duration.ofMillis(400))
                .build();
        assertThat(call(transport, "token-" + SECRET, hurry, FaultServer.Connection::stall))
                .isInstanceOf(CallTimeoutException.class);
        assertThat(call(transport, "token-" + SECRET, FaultServer.Connection::reset))
                .isInstanceOf(TransportException.class);
        assertNothingSecret();
    }

    @Tag("transport")
    @ParameterizedTest
    @MethodSource("transports")
    void inHeadersThatCannotBeSent(HttpTransport transport) throws IOException {
        // As read from a file, with the line's end.
        assertThat(call(transport, "token-" + SECRET + "\n", c -> c.write(ok("{}"))))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("X-Amz-Security-Token");
        assertNothingSecret();
    }

    /** A number that no type of a model has room for, and what it is told by. */
    private static final String SECRET_NUMBER = "47114711471147114711";

    private void assertNothingSecretIn(TestOperation operation, FakeTransport transport, Class<?> expected) {
        try (CallPipeline pipeline =
                TestClient.with(transport).observer(call -> new Watcher(call)).build()) {
            pipeline.presigning();
            for (int i = 0; i < 2; i++) {
                Throwable thrown = catchThrowable(
                        () -> pipeline.call(operation, "x", options().build()));
                assertThat(thrown).isInstanceOf(expected);
                note(thrown);
            }
        }
        assertThat(output).doesNotContain(SECRET_NUMBER.substring(0, 8));
        assertNothingSecret();
    }

    @Test
    void inValuesOfAnotherKind() {
        List<Function<JsonReader, Object>> readings = List.of(
                JsonReader::timestamp,
                JsonReader::integer,
                JsonReader::longInteger,
                JsonReader::shortInteger,
                JsonReader::byteInteger,
                JsonReader::bool,
                JsonReader::floating,
                JsonReader::doubleFloating,
                JsonReader::bigInteger,
                JsonReader::bigDecimal,
                JsonReader::blob,
                JsonReader::strings,
                JsonReader::sparseStrings,
                JsonReader::stringMap,
                JsonReader::sparseStringMap);
        FakeTransport transport = new FakeTransport();
        for (String value :
                List.of("\"" + SECRET + "\"", SECRET_NUMBER + ".5e400", "{\"" + SECRET + "\":[1]}", "[5, tru]")) {
            transport.body = "{\"born\":" + value + "}";
            for (Function<JsonReader, Object> reading : readings) {
                TestOperation operation = TestOperation.reading(in -> {
                    JsonReader json = in.json();
                    assertThat(json.first()).isEqualTo("born");
                    Object read = reading.apply(json);
                    // What is understood is handed on, and is no business of this test.
                    throw new MalformedResponseException("read " + read.getClass(), null);
                });
                assertNothingSecretIn(operation, transport, MalformedResponseException.class);
            }
        }
    }

    @Test
    void inHeadersOfAnotherKind() {
        List<BiFunction<String, String, Object>> readings = List.of(
                Text::timestamp,
                Text::integer,
                Text::longInteger,
                Text::shortInteger,
                Text::byteInteger,
                Text::bool,
                Text::floating,
                Text::doubleFloating,
                Text::bigInteger,
                Text::bigDecimal,
                Text::blobFromBase64,
                Text::stringFromBase64);
        for (BiFunction<String, String, Object> reading : readings) {
            FakeTransport transport = new FakeTransport();
            transport.headers.add("X-Vault", SECRET + "-");
            TestOperation operation = TestOperation.reading(in -> reading.apply(in.header("X-Vault"), "X-Vault"));
            assertNothingSecretIn(operation, transport, MalformedResponseException.class);
        }
    }

    @Test
    void inRequestsThatAreNotSent() {
        List<Consumer<RequestWriter>> writings = List.of(
                out -> out.header("X-A", "m", SECRET + "\n"),
                out -> out.header("X-A", SECRET + "\n"),
                out -> out.prefixHeaders("X-", "m", Map.of(SECRET + " ", "a")),
                out -> out.prefixHeaders("X-", "m", Map.of("a", SECRET + "\0")),
                out -> out.label("m", SECRET + "\ud800"),
                out -> out.greedyLabel("m", SECRET + "/.."),
                out -> out.hostLabel("m", SECRET + "."),
                out -> out.query("m", SECRET + "\ud800"),
                out -> out.queryMap("m", Map.of(SECRET + "\ud800", "a")),
                out -> out.body("text/plain", SECRET + "\ud800"),
                out -> {
                    out.json("application/json").startObject();
                    out.json("application/json").name("m");
                    out.json("application/json").startObject();
                    out.json("application/json").key(SECRET);
                    out.json("application/json").dateTime(Instant.MAX);
                });
        for (Consumer<RequestWriter> writing : writings) {
            FakeTransport transport = new FakeTransport();
            assertNothingSecretIn(
                    TestOperation.writing((input, out) -> writing.accept(out.path("/"))),
                    transport,
                    RequestNotSentException.class);
            assertThat(transport.requests).isEmpty();
        }
    }

    @Test
    void inEndpointsThatAreNone() {
        for (String url : List.of("https://" + SECRET + " x", "https://" + SECRET + ":99999", "https:///" + SECRET)) {
            Throwable thrown = catchThrowable(() -> Endpoint.of(url));
            assertThat(thrown).isInstanceOf(ConfigurationException.class);
            assertThat(thrown).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain(SECRET);
        }
    }

    @Test
    void inWhatRequestsSayOfThemselves() throws IOException {
        HttpTransport printing = new HttpTransport() {
            @Override
            public HttpResponse send(HttpRequest request) throws IOException {
                System.out.println(request + " " + request.headers() + " " + request.body());
                throw new IOException("closed");
            }

            @Override
            public void close() {}
        };
        assertThat(call(printing, "token-" + SECRET, c -> {})).isInstanceOf(TransportException.class);
        assertNothingSecret();
    }
}
