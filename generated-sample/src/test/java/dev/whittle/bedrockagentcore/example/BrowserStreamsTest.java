package dev.whittle.bedrockagentcore.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.StreamSigner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4PresignerParams;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/** The streams of a session, against a WebSocket server on this machine that lets in who is signed as AWS's signer says. */
@SuppressWarnings("deprecation") // The signer that signs no more headers than are sent.
@Timeout(60)
class BrowserStreamsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String PATH = "/browser-streams/aws.browser.v1/sessions/01ABC/automation";
    private static final String SERVICE = "bedrock-agentcore";
    private static final AwsSessionCredentials AWS =
            AwsSessionCredentials.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", "a/token+with=signs");

    private final CredentialsProvider credentials =
            () -> Credentials.of(AWS.accessKeyId(), AWS.secretAccessKey(), AWS.sessionToken());
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Server server;

    @BeforeEach
    void start() throws InterruptedException {
        server = new Server();
        server.start();
        assertThat(server.started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.stop(1000);
    }

    private BrowserStreams streams(String domain) {
        return new BrowserStreams(new StreamSigner("us-west-2", SERVICE, credentials, domain, clock));
    }

    private static GetBrowserSessionResponse session(String automation, String liveView) {
        return GetBrowserSessionResponse.builder()
                .browserIdentifier("aws.browser.v1")
                .sessionId("01ABC")
                .createdAt(NOW)
                .streams(s -> s.automationStream(
                                a -> a.streamEndpoint(automation).streamStatus(AutomationStreamStatus.ENABLED))
                        .liveViewStream(l -> l.streamEndpoint(liveView)))
                .build();
    }

    private String endpoint() {
        return "ws://127.0.0.1:" + server.getPort() + PATH + "?b=2&a=1";
    }

    @Test
    void theAutomationStreamLetsInWhoIsSigned() throws Exception {
        Received received = new Received();
        HttpClient http = HttpClient.newHttpClient();
        WebSocket socket = streams("127.0.0.1")
                .automation(session(endpoint(), endpoint()), http, received)
                .get(30, TimeUnit.SECONDS);
        socket.sendText("{\"id\":1,\"method\":\"Browser.getVersion\"}", true).get(30, TimeUnit.SECONDS);
        assertThat(received.texts.poll(30, TimeUnit.SECONDS))
                .isEqualTo("echo {\"id\":1,\"method\":\"Browser.getVersion\"}");
        socket.abort();
        assertThat(server.headers)
                .containsKeys("Authorization", "X-Amz-Date", "X-Amz-Security-Token")
                .doesNotContainKey("x-amz-content-sha256");
    }

    @Test
    void nobodyElseIsLetIn() {
        CompletableFuture<WebSocket> unsigned =
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(endpoint()), new Received());
        assertThatThrownBy(() -> unsigned.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void onlyThreeHeadersAreHandedOut() {
        StreamSigner signer = new StreamSigner("us-west-2", SERVICE, credentials, "amazonaws.com", clock);
        URI endpoint = URI.create("wss://bedrock-agentcore.us-west-2.amazonaws.com" + PATH);
        assertThat(signer.headers(endpoint))
                .containsOnlyKeys("Authorization", "X-Amz-Date", "X-Amz-Security-Token")
                .isEqualTo(signer.headers(URI.create(endpoint.toString().replace("wss:", "https:"))))
                .containsEntry("Authorization", signedByAws("bedrock-agentcore.us-west-2.amazonaws.com", -1, PATH));
    }

    @Test
    void theLiveViewIsPresignedForFiveMinutes() {
        String host = "bedrock-agentcore.us-west-2.amazonaws.com";
        URI url = streams("amazonaws.com")
                .liveView(session("wss://" + host + PATH, "https://" + host + "/live-view?x=y%20z"));
        SdkHttpFullRequest expected = Aws4Signer.create()
                .presign(
                        SdkHttpFullRequest.builder()
                                .method(SdkHttpMethod.GET)
                                .protocol("https")
                                .host(host)
                                .encodedPath("/live-view")
                                .appendRawQueryParameter("x", "y z")
                                .build(),
                        Aws4PresignerParams.builder()
                                .awsCredentials(AWS)
                                .signingName(SERVICE)
                                .signingRegion(Region.US_WEST_2)
                                .signingClockOverride(clock)
                                .expirationTime(NOW.plusSeconds(300))
                                .build());
        assertThat(query(url)).isEqualTo(query(expected.getUri())).containsEntry("X-Amz-Expires", "300");
        assertThat(url.getHost()).isEqualTo(host);
    }

    private static Map<String, String> query(URI url) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : url.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return query;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://evil.example.com/x",
                "wss://amazonaws.com.evil.example.com/x",
                "wss://notamazonaws.com/x",
                "wss://127.0.0.1/x",
            })
    void aForeignHostGetsNoSignature(String endpoint) {
        String host = URI.create(endpoint).getHost();
        assertThatThrownBy(() -> streams("amazonaws.com")
                        .automation(session(endpoint, endpoint), HttpClient.newHttpClient(), new Received()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("host '" + host + "' is not in the domain 'amazonaws.com': nothing was signed for it");
        assertThatThrownBy(() -> streams("amazonaws.com").liveView(session(endpoint, endpoint)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was signed for it");
    }

    @Test
    void aSignatureGoesOverTlsOnly() {
        StreamSigner signer = new StreamSigner("us-west-2", SERVICE, credentials, "amazonaws.com", clock);
        assertThatThrownBy(() -> signer.headers(URI.create("ws://x.amazonaws.com/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address at host 'x.amazonaws.com' has the scheme 'ws', expected wss or https:"
                        + " a signature goes over TLS only");
        assertThatThrownBy(() -> signer.headers(URI.create("wss://user:secret@x.amazonaws.com/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address to sign must have a host, and no user info or fragment");
        assertThatThrownBy(() -> signer.headers(URI.create("/relative"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSignedUrlLivesFiveMinutesAtMost() {
        StreamSigner signer = new StreamSigner("us-west-2", SERVICE, credentials, "amazonaws.com", clock);
        URI address = URI.create("https://x.amazonaws.com/");
        for (Duration wrong : new Duration[] {Duration.ofMillis(999), Duration.ofMillis(300_001), Duration.ofDays(1)}) {
            assertThatThrownBy(() -> signer.presign(address, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("validFor must be 1 to 300 seconds, but is " + wrong);
        }
    }

    /** The Authorization header that AWS's signer makes for a GET. */
    private String signedByAws(String host, int port, String path) {
        SdkHttpFullRequest.Builder request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol(port < 0 ? "https" : "http")
                .host(host)
                .encodedPath(path);
        if (port >= 0) {
            request.port(port).appendRawQueryParameter("b", "2").appendRawQueryParameter("a", "1");
        }
        return Aws4Signer.create()
                .sign(
                        request.build(),
                        Aws4SignerParams.builder()
                                .awsCredentials(AWS)
                                .signingName(SERVICE)
                                .signingRegion(Region.US_WEST_2)
                                .signingClockOverride(clock)
                                .build())
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }

    /** Says back what it is told, to those whose signature is right. */
    private final class Server extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setReuseAddr(true);
            setDaemon(true);
        }

        @Override
        public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
                org.java_websocket.WebSocket connection, Draft draft, ClientHandshake request)
                throws InvalidDataException {
            request.iterateHttpFields().forEachRemaining(name -> headers.put(name, request.getFieldValue(name)));
            boolean right = request.getResourceDescriptor().equals(PATH + "?b=2&a=1")
                    && request.getFieldValue("X-Amz-Security-Token").equals(AWS.sessionToken())
                    && request.getFieldValue("Authorization").equals(signedByAws("127.0.0.1", getPort(), PATH));
            if (!right) {
                throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "not signed");
            }
            return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onMessage(org.java_websocket.WebSocket connection, String message) {
            connection.send("echo " + message);
        }

        @Override
        public void onOpen(org.java_websocket.WebSocket connection, ClientHandshake request) {}

        @Override
        public void onClose(org.java_websocket.WebSocket connection, int code, String reason, boolean remote) {}

        @Override
        public void onError(org.java_websocket.WebSocket connection, Exception e) {}
    }

    private static final class Received implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return null;
        }
    }
}
