package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.endpoint.StandardEndpoints;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingRegionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A call ends in time, whatever it waits for before it is sent. */
@Timeout(60)
class CallDeadlineTest {
    private static final Duration LIMIT = Duration.ofMillis(150);
    private static final Credentials KEYS = Credentials.of("AKID", "secret");

    /** Ends all waits of the test's providers. */
    private static volatile CompletableFuture<Void> end = new CompletableFuture<>();

    @TempDir
    private Path home;

    private final FakeTransport transport = new FakeTransport();

    @AfterEach
    void endWaits() {
        end.complete(null);
        end = new CompletableFuture<>();
    }

    @AfterAll
    static void endTheRest() {
        end.complete(null);
    }

    private TestClient client() {
        return TestClient.bare()
                .region("us-east-1")
                .endpoint(URI.create("https://example.com"))
                .transport(transport)
                .callTimeout(LIMIT);
    }

    /** A wait that no interrupt ends, as reading from a socket is one. */
    private static <T> T stubborn(T value) {
        end.join();
        return value;
    }

    private static Object call(CallPipeline pipeline, AuthType type) {
        return pipeline.call(
                new TestOperation("GET", type, (input, out) -> out.path("/"), in -> "output"), "input", null);
    }

    private static void assertTimesOut(TestClient client, AuthType type, String what) {
        try (CallPipeline pipeline = client.build()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> call(pipeline, type))
                    .isInstanceOf(CallTimeoutException.class)
                    .hasMessage("GetBrowserSession: timed out while waiting for " + what
                            + " (callTimeout of 150 ms reached)");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    static Stream<Arguments> providers() {
        return Stream.of(
                Arguments.of("stubborn", (CredentialsProvider) () -> stubborn(KEYS)),
                Arguments.of("sleeping", (CredentialsProvider) () -> {
                    try {
                        Thread.sleep(30_000);
                        return KEYS;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                Arguments.of("cached", CredentialsProvider.cached(() -> stubborn(KEYS))),
                Arguments.of(
                        "cached twice", CredentialsProvider.cached(CredentialsProvider.cached(() -> stubborn(KEYS)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void aProviderTakesNoLongerThanTheCallMay(String name, CredentialsProvider provider) {
        assertTimesOut(client().credentials(provider), AuthType.SIGV4, "credentials");
        assertTimesOut(client().credentials(provider), AuthType.SIGV4_UNSIGNED_PAYLOAD, "credentials");
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void theCredentialsOfOneCallAreBoundAsWell() {
        try (CallPipeline pipeline =
                client().credentials(() -> KEYS).callTimeout(Duration.ZERO).build()) {
            RequestOptions options = RequestOptions.builder()
                    .credentials(() -> stubborn(KEYS))
                    .callTimeout(LIMIT)
                    .build();
            assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", options))
                    .isInstanceOf(CallTimeoutException.class)
                    .hasMessageContaining("waiting for credentials");
        }
    }

    @Test
    void tokensAndSchemesAreBound() {
        assertTimesOut(client().tokens(() -> stubborn("t")), AuthType.HTTP_BEARER, "a bearer token");
        AuthType stamp = AuthType.of("com.example#stamp");
        AuthScheme scheme = (request, time) -> stubborn("t");
        assertTimesOut(client().authScheme(stamp, scheme), stamp, "the scheme of com.example#stamp");
        assertTimesOut(client().authScheme(AuthType.SIGV4, scheme), AuthType.SIGV4, "the scheme of aws.auth#sigv4");
    }

    @Test
    void presigningIsBound() {
        try (CallPipeline pipeline = client().credentials(() -> stubborn(KEYS)).build()) {
            assertThatThrownBy(
                            () -> pipeline.presigning().presign(TestOperation.get(), "s", Duration.ofMinutes(1), null))
                    .isInstanceOf(CallTimeoutException.class)
                    .hasMessageContaining("waiting for credentials");
        }
    }

    /** Accepts connections, and never responds. */
    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static String url(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thePlacesOfTheStandardChainAreBound() throws IOException {
        try (ServerSocket silent = silent()) {
            TestClient container = client();
            container.settings.put("env AWS_CONTAINER_CREDENTIALS_FULL_URI", url(silent));
            assertTimesOut(container, AuthType.SIGV4, "credentials");

            TestClient instance = client();
            instance.settings.remove("env AWS_EC2_METADATA_DISABLED");
            instance.settings.put("env AWS_EC2_METADATA_SERVICE_ENDPOINT", url(silent));
            assertTimesOut(instance, AuthType.SIGV4, "credentials");

            TestClient sts = client();
            sts.settings.put(
                    "env AWS_WEB_IDENTITY_TOKEN_FILE",
                    Files.writeString(home.resolve("t"), "t").toString());
            sts.settings.put("env AWS_ROLE_ARN", "arn");
            sts.settings.put("env AWS_ENDPOINT_URL_STS", url(silent));
            assertTimesOut(sts, AuthType.SIGV4, "credentials");

            TestClient program = client();
            Files.createDirectories(home.resolve(".aws"));
            Files.writeString(home.resolve(".aws/config"), "[default]\ncredential_process = sleep 20");
            program.settings.put("env HOME", home.toString());
            assertTimesOut(program, AuthType.SIGV4, "credentials");
        }
    }

    @Test
    void theRegionOfASignatureIsBound() throws IOException {
        try (ServerSocket silent = silent()) {
            TestClient client = TestClient.bare()
                    .endpoint(URI.create("https://example.com"))
                    .credentials(CredentialsProvider.of(KEYS))
                    .transport(transport)
                    .callTimeout(LIMIT);
            client.settings.remove("env AWS_EC2_METADATA_DISABLED");
            client.settings.put("env AWS_EC2_METADATA_SERVICE_ENDPOINT", url(silent));
            assertTimesOut(client, AuthType.SIGV4, "the region");
        }
    }

    @Test
    void theRegionOfAnEndpointIsBound() throws IOException {
        try (ServerSocket silent = silent()) {
            TestClient client = TestClient.bare()
                    .endpoint(URI.create("https://example.com"))
                    .endpoints(in -> {
                        in.region();
                        return new StandardEndpoints("tiny").resolve(in);
                    })
                    .transport(transport)
                    .callTimeout(LIMIT);
            client.settings.remove("env AWS_EC2_METADATA_DISABLED");
            client.settings.put("env AWS_EC2_METADATA_SERVICE_ENDPOINT", url(silent));
            assertTimesOut(client, AuthType.NONE, "the region");
        }
    }

    @Test
    void aMissingRegionIsNotLookedForAtEachCall() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket closing = silent()) {
            Thread server = new Thread(() -> {
                while (true) {
                    try {
                        Socket connection = closing.accept();
                        // Before the client can notice its end.
                        connections.incrementAndGet();
                        connection.close();
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            server.start();
            TestClient client = TestClient.bare()
                    .endpoint(URI.create("https://example.com"))
                    .credentials(CredentialsProvider.of(KEYS))
                    .transport(transport);
            client.settings.remove("env AWS_EC2_METADATA_DISABLED");
            client.settings.put("env AWS_EC2_METADATA_SERVICE_ENDPOINT", url(closing));
            try (CallPipeline pipeline = client.build()) {
                assertThatThrownBy(() -> call(pipeline, AuthType.SIGV4)).isInstanceOf(MissingRegionException.class);
                int asked = connections.get();
                assertThat(asked).isPositive();
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> call(pipeline, AuthType.SIGV4)).isInstanceOf(MissingRegionException.class);
                }
                assertThat(connections).hasValue(asked);
                client.settings.put("aws.region", "eu-west-1");
                assertThat(call(pipeline, AuthType.SIGV4))
                        .as("settings are looked at")
                        .isEqualTo("output");
            }
        }
    }

    @Test
    void callsThatWaitForOneRefreshWaitEachForItself() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        CredentialsProvider shared = CredentialsProvider.cached(() -> {
            asked.incrementAndGet();
            begun.countDown();
            return stubborn(KEYS);
        });
        ExecutorService callers = Executors.newCachedThreadPool();
        try (CallPipeline patient = client().credentials(shared)
                        .callTimeout(Duration.ofSeconds(50))
                        .build();
                CallPipeline hasty = client().credentials(shared).build()) {
            Future<Object> first = callers.submit(() -> call(patient, AuthType.SIGV4));
            begun.await();
            List<Future<Throwable>> others = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                others.add(callers.submit(() -> catchThrowable(() -> call(hasty, AuthType.SIGV4))));
            }
            for (Future<Throwable> other : others) {
                assertThat(other.get(20, TimeUnit.SECONDS)).isInstanceOf(CallTimeoutException.class);
            }
            assertThat(first.isDone()).isFalse();
            end.complete(null);
            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("output");
            assertThat(call(hasty, AuthType.SIGV4)).as("the outcome is kept").isEqualTo("output");
            assertThat(asked).hasValue(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void anInterruptEndsTheWaitAndReachesTheProvider() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<CredentialsProvider> providers = List.of(
                () -> {
                    begun.countDown();
                    try {
                        Thread.sleep(50_000);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return KEYS;
                },
                CredentialsProvider.cached(() -> stubborn(KEYS)));
        for (CredentialsProvider provider : providers) {
            try (CallPipeline pipeline = client().credentials(provider)
                    .callTimeout(Duration.ofSeconds(50))
                    .build()) {
                AtomicReference<Throwable> seen = new AtomicReference<>();
                Thread caller = new Thread(() -> {
                    Throwable thrown = catchThrowable(() -> call(pipeline, AuthType.SIGV4));
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    seen.set(thrown);
                });
                caller.start();
                if (provider == providers.get(0)) {
                    begun.await();
                }
                caller.interrupt();
                caller.join(20_000);
                assertThat(seen.get())
                        .isInstanceOf(CallInterruptedException.class)
                        .hasMessage("GetBrowserSession: interrupted while waiting for credentials");
            }
        }
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theExceptionOfAProviderComesThrough() {
        RuntimeException own = new IllegalStateException("mine");
        Error error = new AssertionError("mine");
        try (CallPipeline pipeline = client().credentials(() -> {
                    throw own;
                })
                .build()) {
            assertThatThrownBy(() -> call(pipeline, AuthType.SIGV4))
                    .isInstanceOf(MissingCredentialsException.class)
                    .hasCause(own);
        }
        try (CallPipeline pipeline = client().tokens(() -> {
                    throw error;
                })
                .build()) {
            assertThatThrownBy(() -> call(pipeline, AuthType.HTTP_BEARER)).isSameAs(error);
        }
        try (CallPipeline pipeline = client().credentials(CredentialsProvider.cached(() -> {
                    throw new MissingCredentialsException("none here", null);
                }))
                .build()) {
            assertThatThrownBy(() -> call(pipeline, AuthType.SIGV4))
                    .isInstanceOf(MissingCredentialsException.class)
                    .hasMessage("none here");
        }
    }

    @Test
    void whatIsAtHandNeedsNoOtherThread() {
        AtomicReference<Thread> asked = new AtomicReference<>();
        CredentialsProvider own = () -> {
            asked.set(Thread.currentThread());
            return KEYS;
        };
        CredentialsProvider cached = CredentialsProvider.cached(own);
        cached.credentials();
        assertThat(asked.get()).isSameAs(Thread.currentThread());
        TestClient standard = client();
        standard.settings.put("env AWS_ACCESS_KEY_ID", "A");
        standard.settings.put("env AWS_SECRET_ACCESS_KEY", "s");
        // An interrupt that is pending would end any wait.
        Thread.currentThread().interrupt();
        for (TestClient client :
                List.of(client().credentials(CredentialsProvider.of(KEYS)), client().credentials(cached), standard)) {
            try (CallPipeline pipeline = client.build()) {
                assertThat(call(pipeline, AuthType.SIGV4)).isEqualTo("output");
            }
        }
        assertThat(Thread.interrupted()).isTrue();
        try (CallPipeline unlimited =
                client().credentials(own).callTimeout(Duration.ZERO).build()) {
            assertThat(call(unlimited, AuthType.SIGV4)).isEqualTo("output");
        }
        assertThat(asked.get()).isSameAs(Thread.currentThread());
    }
}
