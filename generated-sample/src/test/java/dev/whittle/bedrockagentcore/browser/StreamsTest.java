package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.demo.Disturbance;
import dev.whittle.bedrockagentcore.demo.LoopbackService;
import dev.whittle.bedrockagentcore.demo.Sessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams of a session: signed as the signer of the AWS SDK does, or refused with nothing signed. */
@Timeout(60)
class StreamsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String STANDARD = "bedrock-agentcore.us-west-2.amazonaws.com";

    private final MovingClock clock = new MovingClock();
    private final AwsSignatures aws = new AwsSignatures(clock);
    private final AtomicInteger signings = new AtomicInteger();
    /** How often anything had been signed when the last lookup reached the service. */
    private final AtomicInteger signingsAtLookup = new AtomicInteger();

    private SignedStreamServer server;
    private Sessions sessions;
    private LoopbackService service;
    private BedrockAgentCoreClient client;
    private Browser browser;
    private BrowserSession session;
    /** The same session, whose streams must be where those of the region are. */
    private BrowserSession standard;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new SignedStreamServer(aws::authorization);
        server.awaitStart();
        sessions = new Sessions(TestClients.streams(server.getPort()));
        service = LoopbackService.start(sessions);
        client = TestClients.builder(service.endpoint())
                .credentials(() -> {
                    signings.incrementAndGet();
                    return AwsSignatures.CREDENTIALS;
                })
                .clock(clock)
                .build();
        browser = Browser.of(client).clock(clock);
        session = browser.start();
        standard = browser.streamDomain(STANDARD).join(session.sessionId());
        service.disturb((operation, number) -> {
            if (operation.equals("GET get")) {
                signingsAtLookup.set(signings.get());
            }
            return Disturbance.Fault.NONE;
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        session.close();
        client.close();
        service.close();
        server.stop(1000);
    }

    private void streams(String automation, String status, String liveView) {
        sessions.set(
                session.sessionId(),
                "streams",
                Map.of(
                        "automationStream", Map.of("streamEndpoint", automation, "streamStatus", status),
                        "liveViewStream", Map.of("streamEndpoint", liveView)));
    }

    private void streams(String endpoint) {
        streams(endpoint, "ENABLED", endpoint);
    }

    @Test
    void theStreamAcceptsTheHeaders() throws Exception {
        Automation automation = session.automation();
        assertThat(automation.endpoint())
                .hasToString("ws://127.0.0.1:" + server.getPort() + "/sessions/" + session.sessionId() + "/automation");
        BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        WebSocket socket = connect(automation, texts).get(30, TimeUnit.SECONDS);
        socket.sendText("{\"id\":1,\"method\":\"Browser.getVersion\"}", true).get(30, TimeUnit.SECONDS);
        assertThat(texts.poll(30, TimeUnit.SECONDS)).isEqualTo("echo {\"id\":1,\"method\":\"Browser.getVersion\"}");
        socket.abort();
        assertThat(server.headers())
                .containsKeys("Authorization", "X-Amz-Date")
                .containsEntry("X-Amz-Security-Token", AwsSignatures.SESSION_TOKEN)
                .doesNotContainKey("x-amz-content-sha256");
    }

    @Test
    void theStreamAcceptsNothingElse() {
        streams("ws://127.0.0.1:" + server.getPort() + "/other");
        Automation other = session.automation();
        Automation altered = new Automation(
                "01ABC",
                URI.create("ws://127.0.0.1:" + server.getPort() + "/altered"),
                other.headers(),
                other.expiresAt(),
                clock);
        CompletableFuture<WebSocket> connection = connect(altered, new LinkedBlockingQueue<>());
        assertThatThrownBy(() -> connection.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    private static CompletableFuture<WebSocket> connect(Automation automation, BlockingQueue<String> texts) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        automation.headers().forEach(builder::header);
        return builder.buildAsync(automation.endpoint(), new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                texts.add(data.toString());
                socket.request(1);
                return null;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wss://" + STANDARD + "/a/b", "wss://" + STANDARD + "/a?b=2&a=1", "wss://x." + STANDARD + "/a"})
    void signsAsTheAwsSdk(String endpoint) {
        streams(endpoint);
        Automation automation = standard.automation();
        assertThat(automation.headers())
                .containsOnlyKeys("Authorization", "X-Amz-Date", "X-Amz-Security-Token")
                .containsEntry("Authorization", aws.authorization(URI.create(endpoint.replace("wss:", "https:"))));
        assertThat(automation.expiresAt()).isEqualTo(NOW.plusSeconds(300));
        assertThat(automation.toString())
                .contains(session.sessionId())
                .doesNotContain("b=2")
                .doesNotContain("AWS4-HMAC-SHA256")
                .doesNotContain(AwsSignatures.SESSION_TOKEN);
    }

    @Test
    void headersExpireAfterFiveMinutes() {
        Automation automation = session.automation();
        clock.now = NOW.plusSeconds(299);
        assertThat(automation.headers()).isNotEmpty();
        clock.now = NOW.plusSeconds(300);
        int before = signings.get();
        assertThatThrownBy(automation::headers)
                .isInstanceOf(BrowserException.class)
                .hasMessage("The headers for session " + session.sessionId()
                        + " expired at 2026-03-04T05:11:07Z: call automation() again for new ones");
        assertThat(signings).hasValue(before);
        assertThat(session.automation().headers())
                .containsEntry("X-Amz-Date", "20260304T051107Z")
                .isNotEqualTo(automation);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 300})
    void presignsTheLiveViewAsTheAwsSdk(int seconds) {
        URI endpoint = URI.create("https://" + STANDARD + "/live-view?x=y");
        streams(endpoint.toString());
        LiveView view = standard.liveView(Duration.ofSeconds(seconds).plusMillis(seconds == 300 ? 0 : 999));
        assertThat(AwsSignatures.query(view.url()))
                .isEqualTo(aws.presignedQuery(endpoint, seconds))
                .containsEntry("X-Amz-Expires", Integer.toString(seconds));
        assertThat(view.url().getHost()).isEqualTo(STANDARD);
        assertThat(view.expiresAt()).isEqualTo(NOW.plusSeconds(seconds));
        assertThat(view)
                .hasToString("LiveView{sessionId=" + session.sessionId() + ", expiresAt=" + view.expiresAt() + "}");
    }

    @Test
    void renewsTheLiveView() {
        URI endpoint = URI.create("https://" + STANDARD + "/live-view");
        streams(endpoint.toString());
        LiveView view = standard.liveView(Duration.ofSeconds(90));
        clock.now = NOW.plusSeconds(100);
        LiveView renewed = view.renew();
        assertThat(AwsSignatures.query(renewed.url()))
                .isEqualTo(aws.presignedQuery(endpoint, 90))
                .isNotEqualTo(AwsSignatures.query(view.url()));
        assertThat(renewed.expiresAt()).isEqualTo(NOW.plusSeconds(190));
    }

    @Test
    void aLiveViewIsValidForFiveMinutesAtMost() {
        service.disturb((operation, number) -> {
            throw new AssertionError("nothing may be asked");
        });
        for (Duration wrong : new Duration[] {Duration.ofMillis(999), Duration.ofMillis(300_001), Duration.ofDays(1)}) {
            assertThatThrownBy(() -> session.liveView(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("validFor must be 1 to 300 seconds, but is " + wrong);
        }
        service.disturb(Disturbance.NONE);
    }

    @Test
    void aPersonHasControlUntilItIsReleased() {
        session.takeControl();
        refuses(
                () -> session.automation(),
                "a person has control of session " + session.sessionId()
                        + " (its automation stream is DISABLED): call releaseControl() first");
        assertThat(session.liveView(Duration.ofSeconds(1)).url()).isNotNull();
        session.releaseControl();
        assertThat(session.automation().headers()).isNotEmpty();
    }

    @Test
    void statusesThatAreNotKnownAreNoObstacle() {
        streams("wss://" + STANDARD + "/a", "CONNECTING", "https://" + STANDARD + "/l");
        sessions.set(session.sessionId(), "status", "BUSY");
        assertThat(standard.automation().headers()).isNotEmpty();
        assertThat(standard.liveView(Duration.ofSeconds(1)).url()).isNotNull();
    }

    @Test
    void aSessionThatHasEndedHasNoStreams() {
        sessions.set(session.sessionId(), "status", "TERMINATED");
        String message = "session " + session.sessionId() + " has ended (status TERMINATED): start a new one";
        refuses(() -> session.automation(), message);
        refuses(() -> session.liveView(Duration.ofSeconds(1)), message);
        assertThatThrownBy(() -> session.automation()).isInstanceOf(SessionEndedException.class);
        assertThatThrownBy(() -> browser.join(session.sessionId())).isInstanceOf(SessionEndedException.class);
    }

    @Test
    void aSessionWithoutStreamsIsRefused() {
        sessions.set(session.sessionId(), "streams", null);
        refuses(
                () -> session.automation(),
                "the service reports no streams of session " + session.sessionId()
                        + ": look at describe(), or start a new session");
        refuses(
                () -> session.liveView(Duration.ofSeconds(1)),
                "the service reports no streams of session " + session.sessionId()
                        + ": look at describe(), or start a new session");
        sessions.set(session.sessionId(), "streams", Map.of("automationStream", Map.of("streamStatus", "ENABLED")));
        refuses(() -> session.automation(), unusable("automation", "the service reports no URL for it"));
        refuses(
                () -> session.liveView(Duration.ofSeconds(1)),
                unusable("live view", "the service reports no URL for it"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ws s://x          | its URL is malformed: Illegal character in scheme name at index 2
                    //host/path       | its URL has no scheme or no host
                    /path             | its URL has no scheme or no host
                    wss:///path       | its URL has no scheme or no host
                    mailto:a@b        | its URL has no scheme or no host
                    ''                | the service reports no URL for it
                    """)
    void malformedUrlsAreRefused(String endpoint, String problem) {
        streams(endpoint);
        refuses(() -> standard.automation(), unusable("automation", problem));
        refuses(() -> standard.liveView(Duration.ofSeconds(1)), unusable("live view", problem));
    }

    private String unusable(String stream, String problem) {
        return "the " + stream + " stream of session " + session.sessionId() + " cannot be used: " + problem;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://evil.example.com/x",
                "wss://" + STANDARD + ".evil.example.com/x",
                "wss://not" + STANDARD + "/x",
                "wss://amazonaws.com/x",
                "ws://" + STANDARD + "/x",
                "ws://10.0.0.1/x",
                "ws://127.0.0.1.example.com/x",
                "wss://user:password@" + STANDARD + "/x",
            })
    void foreignHostsAndPlainTextAreRefused(String endpoint) {
        streams(endpoint);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> session.automation(),
                () -> session.liveView(Duration.ofSeconds(1)),
                () -> standard.automation(),
                () -> standard.liveView(Duration.ofSeconds(1)))) {
            signingsAtLookup.set(-1);
            assertThatThrownBy(call)
                    .isInstanceOf(BrowserException.class)
                    .hasMessageContaining(session.sessionId())
                    .hasMessageContaining("Browser.streamDomain(...)")
                    .hasMessageNotContaining("password");
            assertThat(signings.get()).isEqualTo(signingsAtLookup.get());
        }
    }

    @Test
    void anAutomationStreamIsAWebSocket() {
        streams("https://" + STANDARD + "/x");
        refuses(() -> standard.automation(), unusable("automation", "its URL has the scheme 'https', expected wss"));
    }

    /** The lookup is signed, and nothing after it. */
    private void refuses(ThrowingCallable call, String message) {
        signingsAtLookup.set(-1);
        assertThatThrownBy(call).isInstanceOf(BrowserException.class).hasMessage(message);
        assertThat(signings.get()).isEqualTo(signingsAtLookup.get());
    }

    @Test
    void streamsCanBeInAnotherDomain() {
        streams("wss://streams.vpce.example.com/x");
        BrowserSession elsewhere = browser.streamDomain("vpce.example.com").join(session.sessionId());
        assertThat(elsewhere.automation().headers())
                .containsEntry("Authorization", aws.authorization(URI.create("https://streams.vpce.example.com/x")));
        streams("wss://" + STANDARD + "/x");
        assertThatThrownBy(elsewhere::automation)
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("is not in the domain 'vpce.example.com'");
        for (String wrong : new String[] {"", ".example.com"}) {
            assertThatThrownBy(() -> browser.streamDomain(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("domain '" + wrong + "' must be a host or a domain, without a leading dot");
        }
    }

    /** Stands still until it is set. */
    private static final class MovingClock extends Clock {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
