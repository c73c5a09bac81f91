package dev.whittle.bedrockagentcore.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.AutomationStreamUpdate;
import dev.whittle.bedrockagentcore.model.BrowserSessionStream;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.StreamUpdate;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.StreamSigner;
import dev.whittle.runtime.document.Document;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The streams of a session with a real browser, opened with our signatures and the WebSocket client of the JDK. */
@Timeout(60)
class RelayTest {
    private static final Credentials CREDENTIALS =
            Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", "a/token+with=signs");
    private static final String BROWSER = "aws.browser.v1";
    private static final int LARGE = 10_000_000;

    private static BrowserService service;
    private static BedrockAgentCoreClient client;
    private static StartBrowserSessionResponse session;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StreamSigner signer = signer(CREDENTIALS, Clock.systemUTC());

    @BeforeAll
    static void start() throws Exception {
        Chromium.assumeInstalled();
        service = BrowserService.start(CREDENTIALS);
        client = service.client();
        session = client.startBrowserSession(r -> r.browserIdentifier(BROWSER));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            client.close();
            service.close();
        }
    }

    private static StreamSigner signer(Credentials credentials, Clock clock) {
        return new StreamSigner(
                BrowserService.REGION, "bedrock-agentcore", CredentialsProvider.of(credentials), "127.0.0.1", clock);
    }

    private static BrowserSessionStream streams() {
        BrowserSessionStream streams = session.streams();
        assertThat(streams).isNotNull();
        return streams;
    }

    private static URI automation() {
        return URI.create(streams().automationStream().streamEndpoint());
    }

    private static URI liveView() {
        return URI.create(streams().liveViewStream().streamEndpoint());
    }

    private static void setAutomation(AutomationStreamStatus status) {
        client.updateBrowserStream(r -> r.browserIdentifier(BROWSER)
                .sessionId(session.sessionId())
                .streamUpdate(StreamUpdate.automationStreamUpdate(
                        AutomationStreamUpdate.builder().streamStatus(status).build())));
    }

    private Received connect(Map<String, String> headers) {
        Received received = new Received();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        received.socket = builder.buildAsync(automation(), received).join();
        return received;
    }

    /** The status that the stream refuses these headers with. */
    private int refused(Map<String, String> headers) {
        try {
            connect(headers).socket.abort();
            return 101;
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private int get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void theAutomationStreamReachesTheBrowser() throws Exception {
        Received browser = connect(signer.headers(automation()));

        Document version = browser.call("Browser.getVersion");

        assertThat(version.get("product").asString()).contains("Chrome/");
        browser.socket.abort();
    }

    @Test
    void largeMessagesPassBothWays() throws Exception {
        Received browser = connect(signer.headers(automation()));
        Document targets = browser.call("Target.getTargets");
        Document page = targets.get("targetInfos").asList().get(0).get("targetId");
        String target = browser.call("Target.attachToTarget", "targetId", page, "flatten", true)
                .get("sessionId")
                .asString();

        Document text = browser.callPage(target, "Runtime.evaluate", "expression", "'x'.repeat(" + LARGE + ")");
        Document length =
                browser.callPage(target, "Runtime.evaluate", "expression", "'" + "y".repeat(LARGE) + "'.length");

        assertThat(text.get("result").get("value").asString()).hasSize(LARGE);
        assertThat(length.get("result").get("value").asInt()).isEqualTo(LARGE);
        browser.socket.abort();
    }

    @Test
    void theClosingHandshakePasses() throws Exception {
        Received browser = connect(signer.headers(automation()));

        browser.socket.sendClose(WebSocket.NORMAL_CLOSURE, "");

        assertThat(browser.closed.get(30, TimeUnit.SECONDS)).isEqualTo(WebSocket.NORMAL_CLOSURE);
    }

    @Test
    void wrongSignaturesAreRefused() {
        Credentials foreign = Credentials.of("AKIDEXAMPLE", "another secret", "a/token+with=signs");
        Clock old = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        Clock early = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));

        assertThat(refused(Map.of())).isEqualTo(403);
        assertThat(refused(signer(foreign, Clock.systemUTC()).headers(automation())))
                .isEqualTo(403);
        assertThat(refused(signer(CREDENTIALS, old).headers(automation()))).isEqualTo(403);
        assertThat(refused(signer(CREDENTIALS, early).headers(automation()))).isEqualTo(403);
        assertThat(refused(signer.headers(liveView()))).isEqualTo(403);
        assertThat(refused(signer.headers(automation()))).isEqualTo(101);
    }

    @Test
    void theLiveViewOpensWithItsSignatureOnly() throws Exception {
        URI signed = signer.presign(liveView(), Duration.ofSeconds(300));
        Clock old = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));

        assertThat(get(signed)).isEqualTo(200);
        assertThat(get(liveView())).isEqualTo(403);
        assertThat(get(URI.create(signed.toString().replace("X-Amz-Expires=300", "X-Amz-Expires=299"))))
                .isEqualTo(403);
        assertThat(get(URI.create(signed + "&more=true"))).isEqualTo(403);
        assertThat(get(signer(CREDENTIALS, old).presign(liveView(), Duration.ofSeconds(300))))
                .isEqualTo(403);
        assertThat(get(signer.presign(liveView().resolve("another"), Duration.ofSeconds(300))))
                .isEqualTo(404);
    }

    @Test
    void aDisabledStreamEndsItsConnectionsAndTakesNoMore() throws Exception {
        Received browser = connect(signer.headers(automation()));

        setAutomation(AutomationStreamStatus.DISABLED);
        try {
            browser.closed.get(30, TimeUnit.SECONDS);
            assertThat(refused(signer.headers(automation()))).isEqualTo(403);
        } finally {
            setAutomation(AutomationStreamStatus.ENABLED);
        }

        assertThat(refused(signer.headers(automation()))).isEqualTo(101);
    }

    /** A connection of the JDK, which collects what comes. */
    private static final class Received implements WebSocket.Listener {
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final BlockingQueue<Document> messages = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;

        Document call(String method, Object... namesAndValues) throws Exception {
            return send(Json.object("id", 1, "method", method, "params", Json.object(namesAndValues)));
        }

        Document callPage(String session, String method, Object... namesAndValues) throws Exception {
            return send(Json.object(
                    "id", 1, "sessionId", session, "method", method, "params", Json.object(namesAndValues)));
        }

        private Document send(Document message) throws Exception {
            socket.sendText(message.toString(), true).get(30, TimeUnit.SECONDS);
            Document response = messages.poll(30, TimeUnit.SECONDS);
            while (response != null && response.get("id").isNull()) {
                response = messages.poll(30, TimeUnit.SECONDS);
            }
            assertThat(response).isNotNull();
            assertThat(response.get("error").isNull()).as(response.toString()).isTrue();
            return response.get("result");
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(Json.read(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(-1);
        }
    }
}
