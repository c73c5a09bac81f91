package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that goes wrong on a wire, over real sockets. {@link FaultsSoakTest} does it for longer. */
@Timeout(180)
class FaultsTest {
    private static Leftovers leftovers;

    @BeforeAll
    static void count() throws Exception {
        // Whatever is loaded once is loaded before.
        FaultRounds.run(Fault.CLOSED_WITHIN_THE_BODY, 1, 1);
        leftovers = new Leftovers();
    }

    @AfterAll
    static void countAgain() throws InterruptedException {
        leftovers.assertNone();
    }

    private static TestClient client(URI endpoint) {
        return TestClient.overSockets().endpoint(endpoint).retries(new RetryPause(), new Random(1));
    }

    private static Object call(TestClient client) {
        try (CallPipeline pipeline = client.build()) {
            return pipeline.call(TestOperation.get(), "s", null);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasItsException(Fault fault) throws Exception {
        FaultRounds.run(fault, 20, 20);
    }

    /** Later JDKs pass over provisional responses, as HTTP asks for; earlier ones take the first for the response. */
    @Test
    void aProvisionalResponseIsPassedOverOrSaid() throws IOException {
        String responses = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        try (FaultServer server = new FaultServer(true, connection -> connection.write(responses))) {
            Throwable thrown = catchThrowable(
                    () -> assertThat(call(client(server.endpoint()).retry(RetryPolicy.none())))
                            .isEqualTo(0));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(TransportException.class);
            }
        }
    }

    @Test
    void aRefusedConnectionIsTriedAgainAndThenSaid() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> call(client(URI.create("http://127.0.0.1:" + port))))
                .isInstanceOf(TransportException.class)
                .isNotInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageEndingWith("attempt 3 of 3")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
    }

    @Test
    void aHostThatIsNotKnownIsSaid() {
        // Too long for a label, so that nobody outside is asked.
        URI nowhere = URI.create("http://" + "x".repeat(64) + ".invalid");
        assertThatThrownBy(() -> call(client(nowhere)))
                .isInstanceOf(TransportException.class)
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void aConnectionThatIsNotAcceptedTimesOut() throws IOException {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Connections that nobody accepts, until there is no room for more.
            boolean room = true;
            while (room && fillers.size() < 50) {
                Socket filler = new Socket();
                fillers.add(filler);
                room = catchThrowable(() -> filler.connect(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()), 300))
                        == null;
            }
            TestClient client = client(URI.create("http://127.0.0.1:" + full.getLocalPort()))
                    .retry(RetryPolicy.none())
                    .connectTimeout(Duration.ofMillis(200));
            assertThatThrownBy(() -> call(client))
                    .isInstanceOf(CallTimeoutException.class)
                    .hasMessageEndingWith("(connectTimeout of 200 ms reached)");
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void aBurstOfThrottlingIsRiddenOut() throws IOException {
        int[] left = {2};
        try (FaultServer server = new FaultServer(c -> {
            if (left[0]-- > 0) {
                c.write("HTTP/1.1 429 No\r\nx-amz-retry-after: 1\r\nContent-Length: 0\r\n\r\n");
            } else {
                c.write("HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"viewPort\":{\"width\":800}}");
            }
        })) {
            assertThat(call(client(server.endpoint()))).isEqualTo(800);
            assertThat(server.requests).hasValue(3);
        }
    }

    @Test
    void underLoadRetriesStayInsideTheBudget() throws Exception {
        Load.run(Duration.ofSeconds(1), 16, RetryPolicy.standard(), 41);
    }

    @Test
    void aProvisionalResponseIsNotTheResponse() throws IOException {
        try (FaultServer server = new FaultServer(c -> c.write("HTTP/1.1 100 Continue\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"viewPort\":{\"width\":800}}"))) {
            assertThat(call(client(server.endpoint()))).isEqualTo(800);
        }
    }

    @Test
    void aResponseLongerThanItSaysDoesNotSpoilTheNext() throws IOException {
        String response = "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"viewPort\":{\"width\":800}}";
        try (FaultServer server = new FaultServer(c -> c.write(response + "and more than it said"));
                CallPipeline pipeline = client(server.endpoint()).build()) {
            for (int i = 0; i < 20; i++) {
                assertThat(pipeline.call(TestOperation.get(), "s", null)).isEqualTo(800);
            }
        }
    }

    @Test
    void credentialsAreNotSentWhereARedirectLeads() throws IOException {
        try (FaultServer other = new FaultServer(c -> c.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                FaultServer server = new FaultServer(c -> c.write(
                        "HTTP/1.1 307 Go\r\nLocation: " + other.endpoint() + "/\r\nContent-Length: 0\r\n\r\n"))) {
            assertThatThrownBy(() -> call(client(server.endpoint())))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            e -> assertThat(e.statusCode()).isEqualTo(307));
            assertThat(other.requests).hasValue(0);
        }
    }

    @Test
    void anInterruptedCallerIsReleased() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (FaultServer server = new FaultServer(c -> {
                    reached.countDown();
                    c.stall();
                });
                CallPipeline pipeline = client(server.endpoint()).build()) {
            Throwable[] thrown = new Throwable[1];
            boolean[] flag = new boolean[1];
            Thread caller = new Thread(() -> {
                thrown[0] = catchThrowable(() -> pipeline.call(TestOperation.get(), "s", null));
                flag[0] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            reached.await();
            caller.interrupt();
            caller.join(20_000);
            assertThat(thrown[0]).isInstanceOf(CallInterruptedException.class);
            assertThat(flag[0]).isTrue();
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void closingTheClientEndsTheWaitForTheNextAttempt() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        try (FaultServer server =
                new FaultServer(c -> c.write("HTTP/1.1 503 No\r\nRetry-After: 100\r\nContent-Length: 0\r\n\r\n"))) {
            CallPipeline pipeline = client(server.endpoint())
                    .observer(call -> new CallObservation() {
                        @Override
                        public void attemptEnded(Outcome outcome) {
                            failed.countDown();
                        }
                    })
                    .build();
            Throwable[] thrown = new Throwable[1];
            Thread caller =
                    new Thread(() -> thrown[0] = catchThrowable(() -> pipeline.call(TestOperation.get(), "s", null)));
            caller.start();
            failed.await();
            pipeline.close();
            caller.join(20_000);
            assertThat(thrown[0]).isInstanceOf(ClientClosedException.class);
        }
    }
}
