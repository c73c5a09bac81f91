package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.demo.Disturbance;
import dev.whittle.bedrockagentcore.demo.Disturbance.Fault;
import dev.whittle.bedrockagentcore.demo.LoopbackService;
import dev.whittle.bedrockagentcore.demo.Sessions;
import dev.whittle.bedrockagentcore.model.ExternalProxy;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.StopBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StopBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ThrottlingException;
import dev.whittle.bedrockagentcore.model.ViewPort;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starting, joining and ending sessions. */
@Timeout(60)
class BrowserTest {
    private final Sessions sessions = new Sessions(TestClients.streams(9));
    private final List<String> operations = Collections.synchronizedList(new ArrayList<>());
    private LoopbackService service;
    private BedrockAgentCoreClient client;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        service = LoopbackService.start(sessions);
        client = TestClients.builder(service.endpoint())
                .retry(RetryPolicy.none())
                .build();
        browser = Browser.of(client);
        disturb(Disturbance.NONE);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    private void disturb(Disturbance disturbance) {
        operations.clear();
        service.disturb((operation, number) -> {
            operations.add(operation);
            return disturbance.of(operation, number);
        });
    }

    @Test
    void startsWithAllOptions() {
        Proxy proxy = Proxy.externalProxy(
                ExternalProxy.builder().server("proxy.example.com").port(8443).build());
        try (BrowserSession session = browser.start(o -> o.name("x")
                .timeout(Duration.ofMinutes(5).plusMillis(999))
                .viewPort(1280, 720)
                .request(r -> r.proxyConfiguration(p -> p.proxies(proxy)))
                .request(r -> r.browserIdentifier("not-this-one")))) {
            GetBrowserSessionResponse state = session.describe();
            assertThat(state.name()).isEqualTo("x");
            assertThat(state.sessionTimeoutSeconds()).isEqualTo(300);
            assertThat(state.proxyConfiguration().proxies()).startsWith(proxy);
            assertThat(session.sessionId()).isEqualTo(state.sessionId());
            assertThat(session.browserIdentifier()).isEqualTo("aws.browser.v1");
            assertThat(session.viewPort())
                    .isEqualTo(state.viewPort())
                    .isEqualTo(ViewPort.builder().width(1280).height(720).build());
            assertThat(session.endsAt()).isEqualTo(state.createdAt().plusSeconds(300));
            assertThat(session)
                    .hasToString(
                            "BrowserSession{browserIdentifier=aws.browser.v1, sessionId=" + session.sessionId() + "}");
            assertThat(sessions.running()).containsExactly(session.sessionId());
        }
        assertThat(sessions.running()).isEmpty();
        assertThat(operations).containsExactly("PUT start", "GET get", "GET get", "PUT stop");
    }

    @Test
    void anImpossibleTimeOfTheServiceIsNamed() {
        for (long createdAt : new long[] {31_556_889_864_403_199L, 31_556_889_864_399_599L, -31_557_014_167_219_200L}) {
            disturb((operation, number) -> {
                sessions.running().forEach(id -> sessions.set(id, "createdAt", createdAt));
                return Fault.NONE;
            });
            assertThatThrownBy(() -> browser.start(o -> o.beforeTimeout(Duration.ZERO, session -> {})))
                    .isInstanceOf(BrowserException.class)
                    .hasMessageMatching("the service reports an impossible createdAt of session \\w+: [-+]\\S+Z")
                    .hasNoSuppressedExceptions();
            assertThat(sessions.running()).isEmpty();
        }
    }

    @Test
    void optionsCanBeUsedAgain() {
        BrowserSessionOptions options =
                BrowserSessionOptions.builder().name("twice").build();
        try (BrowserSession one = browser.start(options);
                BrowserSession other = browser.start(options)) {
            assertThat(one.sessionId()).isNotEqualTo(other.sessionId());
        }
    }

    @Test
    void refusesOptionsThatCannotBe() {
        BrowserSessionOptions.Builder options = BrowserSessionOptions.builder();
        assertThatThrownBy(() -> options.timeout(Duration.ofMillis(999))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.readyWithin(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.beforeTimeout(Duration.ofMillis(-1), s -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void waitsUntilTheSessionIsReady() {
        sessions.readyAfter(3);
        try (BrowserSession session = browser.start()) {
            assertThat(session.describe().status().value()).isEqualTo("READY");
            assertThat(operations).containsExactly("PUT start", "GET get", "GET get", "GET get", "GET get");
        }
    }

    @Test
    void stopsASessionThatIsNotReadyInTime() {
        sessions.readyAfter(1000);
        assertThatThrownBy(() -> browser.start(o -> o.readyWithin(Duration.ofMillis(250))))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("is not READY after 250 ms, its status is STARTING")
                .hasMessageContaining("readyWithin(...)");
        assertThat(sessions.running()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotRespondIsNotWaitedForLonger() {
        CountDownLatch end = new CountDownLatch(1);
        disturb((operation, number) -> {
            if (operation.equals("GET get")) {
                end.await();
            }
            return Fault.NONE;
        });
        long start = System.nanoTime();
        assertThatThrownBy(() -> browser.start(o -> o.readyWithin(Duration.ofMillis(300))))
                .isInstanceOf(TransportException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        end.countDown();
        assertThat(sessions.running()).isEmpty();
    }

    @Test
    void aSessionThatEndsBeforeItIsReadyIsNoSession() {
        sessions.readyAfter(1000);
        disturb((operation, number) -> {
            if (number == 2) {
                sessions.running().forEach(id -> sessions.set(id, "status", "TERMINATED"));
            }
            return Fault.NONE;
        });
        assertThatThrownBy(() -> browser.start())
                .isInstanceOf(SessionEndedException.class)
                .hasMessageContaining("has ended (status TERMINATED)");
    }

    @Test
    void stopsASessionWhoseStartResponseWasLost() {
        for (Fault fault : List.of(Fault.DROP_AFTER, Fault.ERROR_AFTER, Fault.DROP_BEFORE, Fault.ERROR_BEFORE)) {
            disturb((operation, number) -> number == 0 ? fault : Fault.NONE);
            assertThatThrownBy(() -> browser.start()).as(fault.name()).isInstanceOf(CallException.class);
            assertThat(operations).containsExactly("PUT start", "PUT start", "PUT stop");
            assertThat(sessions.running()).isEmpty();
        }
    }

    @Test
    void aStartThatIsRejectedNeedsNoCleanUp() {
        assertThatThrownBy(() -> Browser.of(client, "another").start()).isInstanceOf(ResourceNotFoundException.class);
        assertThat(operations).containsExactly("PUT start");
    }

    @Test
    void aRejectionAfterALostResponseNeedsCleanUp() {
        try (BedrockAgentCoreClient twice = TestClients.builder(service.endpoint())
                .retry(RetryPolicy.standard().withMaxAttempts(2))
                .build()) {
            disturb((operation, number) -> switch (number) {
                case 0 -> Fault.DROP_AFTER;
                case 1 -> Fault.THROTTLE;
                default -> Fault.NONE;
            });
            assertThatThrownBy(() -> Browser.of(twice).start()).isInstanceOf(ThrottlingException.class);
        }
        assertThat(sessions.running()).isEmpty();
        assertThat(operations).endsWith("PUT stop");
    }

    @Test
    void aServiceThatCannotBeReachedNeedsNoCleanUp() throws IOException {
        LoopbackService gone = LoopbackService.start(new Sessions(TestClients.streams(9)));
        gone.close();
        long start = System.nanoTime();
        try (BedrockAgentCoreClient nowhere =
                TestClients.builder(gone.endpoint()).retry(RetryPolicy.none()).build()) {
            assertThatThrownBy(() -> Browser.of(nowhere).start())
                    .isInstanceOf(TransportException.class)
                    .hasNoSuppressedExceptions();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aFailureOfTheCleanUpIsSuppressed() {
        disturb((operation, number) -> operation.equals("PUT stop") || number == 0 ? Fault.ERROR_AFTER : Fault.NONE);
        assertThatThrownBy(() -> browser.start())
                .isInstanceOf(CallException.class)
                .hasMessageContaining("StartBrowserSession")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(s -> assertThat(s).hasMessageContaining("StopBrowserSession")));
        assertThat(operations.stream().filter("PUT stop"::equals)).hasSize(5);
    }

    @Test
    void interruptsAreNotLost() throws InterruptedException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> browser.start()).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(operations).isEmpty();

        Thread user = Thread.currentThread();
        disturb((operation, number) -> {
            // While the session starts, while the start is repeated to learn which session it is, and while it is
            // stopped.
            if (number < 5 && number != 2) {
                user.interrupt();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            return Fault.NONE;
        });
        assertThatThrownBy(() -> browser.start()).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sessions.running()).isEmpty();
        assertThat(operations).startsWith("PUT start", "PUT start", "PUT start", "PUT stop", "PUT stop");
    }

    @Test
    void closesInAnInterruptedThread() {
        BrowserSession session = browser.start();
        Thread.currentThread().interrupt();
        session.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sessions.running()).isEmpty();
    }

    @Test
    void closesOnce() throws InterruptedException {
        BrowserSession session = browser.start();
        operations.clear();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(session::close));
        }
        threads.forEach(Thread::start);
        session.close();
        assertThat(sessions.running()).isEmpty();
        for (Thread thread : threads) {
            thread.join();
        }
        session.close();
        session.stop();
        assertThat(operations).containsExactly("PUT stop");
    }

    @Test
    void closesAgainIfTheServiceFailed() {
        BrowserSession session = browser.start();
        disturb((operation, number) -> Fault.ERROR_BEFORE);
        assertThatThrownBy(session::close).isInstanceOf(CallException.class);
        assertThat(operations).hasSize(5).containsOnly("PUT stop");
        assertThat(sessions.running()).hasSize(1);
        disturb(Disturbance.NONE);
        session.close();
        assertThat(sessions.running()).isEmpty();
    }

    @Test
    void aSessionThatIsGoneIsStopped() {
        BedrockAgentCoreClient elsewhere = new BedrockAgentCoreClient() {
            @Override
            public StartBrowserSessionResponse startBrowserSession(StartBrowserSessionRequest request) {
                return client.startBrowserSession(request);
            }

            @Override
            public GetBrowserSessionResponse getBrowserSession(GetBrowserSessionRequest request) {
                return client.getBrowserSession(request);
            }

            @Override
            public StopBrowserSessionResponse stopBrowserSession(StopBrowserSessionRequest request) {
                operations.add("gone");
                throw ResourceNotFoundException.builder().message("gone").build();
            }
        };
        Browser.of(elsewhere).start().close();
        assertThat(operations).containsExactly("PUT start", "GET get", "gone");
    }

    @Test
    void joinsWithoutOwning() {
        BrowserSession own = browser.start(o -> o.viewPort(800, 600));
        try (BrowserSession joined = browser.join(own.sessionId())) {
            assertThat(joined.viewPort()).isEqualTo(own.viewPort());
            assertThat(joined.endsAt()).isEqualTo(own.endsAt());
        }
        assertThat(sessions.running()).containsExactly(own.sessionId());
        browser.join(own.sessionId()).stop();
        assertThat(sessions.running()).isEmpty();
        assertThatThrownBy(() -> browser.join(own.sessionId())).isInstanceOf(SessionEndedException.class);
        assertThatThrownBy(() -> browser.join("none")).isInstanceOf(ResourceNotFoundException.class);
        own.close();
    }

    @Test
    void leavesADetachedSessionRunning() {
        BrowserSession session = browser.start(BrowserSessionOptions.Builder::stopOnExit);
        session.detach();
        session.close();
        assertThat(sessions.running()).containsExactly(session.sessionId());
        session.stop();
        assertThat(sessions.running()).isEmpty();
    }

    @Test
    void doesNotKnowWhenASessionWithoutATimeoutEnds() {
        try (BrowserSession own = browser.start()) {
            sessions.set(own.sessionId(), "sessionTimeoutSeconds", null);
            assertThat(browser.join(own.sessionId()).endsAt()).isNull();
        }
    }
}
