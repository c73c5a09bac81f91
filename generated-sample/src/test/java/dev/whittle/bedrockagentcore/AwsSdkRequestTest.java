package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.AutomationStreamUpdate;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.ListBrowserSessionsRequest;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StopBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StreamUpdate;
import dev.whittle.bedrockagentcore.model.UpdateBrowserStreamRequest;
import dev.whittle.bedrockagentcore.support.AwsSdk;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.RecordedRequest;
import dev.whittle.runtime.client.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same call, by this client and by the AWS SDK's, is the same request, its body byte for byte. */
class AwsSdkRequestTest {
    private static final String BROWSER = "aws.browser.v1";
    private static final String SESSION = "01KAMQ4W9TZ7E3R5XH2VYB8NDC";
    private static final String TOKEN = LoopbackServer.TOKEN;
    private static final String TRACE_ID = "Root=1-5759e988-bd862e3fe1be46a994272793;  Sampled=1";
    private static final String TRACE_PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String NAME = "a \"name\" with \\ / < ü 東 \u0001 \u007f \u2028";

    private static LoopbackServer server;
    private static BedrockAgentCoreClient ours;
    private static software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient theirs;

    @BeforeAll
    static void start() {
        server = LoopbackServer.answering("{}");
        ours = server.client();
        theirs = AwsSdk.client(server.endpoint());
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    /** One call, in two ways. Our client makes its own idempotency token, theirs has to be told. */
    private record Call(
            String name,
            BiConsumer<BedrockAgentCoreClient, RequestOptions> ours,
            Consumer<software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient> theirs) {
        RecordedRequest byUs(RequestOptions options) {
            ours.accept(AwsSdkRequestTest.ours, options);
            return server.lastRequest();
        }

        RecordedRequest byThem() {
            theirs.accept(AwsSdkRequestTest.theirs);
            return server.lastRequest();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Call> gets() {
        List<String> texts = List.of(
                BROWSER,
                "a b",
                "a/b",
                "a//b",
                "a+b",
                "100%",
                "a%2Fb",
                "ü-東京-😀",
                ".",
                "..",
                "-._~",
                "a=b&c?d#e;f:g@h!$'()*,[]\"<>\\^`{|}");
        return texts.stream()
                .map(text -> new Call(
                        "get " + text,
                        (c, options) -> c.getBrowserSession(
                                GetBrowserSessionRequest.builder()
                                        .browserIdentifier(text)
                                        .sessionId(text)
                                        .build(),
                                options),
                        c -> c.getBrowserSession(r -> r.browserIdentifier(text).sessionId(text))));
    }

    static Stream<Call> starts() {
        return Stream.of(
                new Call(
                        "start with nothing but a browser",
                        (c, options) -> c.startBrowserSession(
                                StartBrowserSessionRequest.builder()
                                        .browserIdentifier(BROWSER)
                                        .build(),
                                options),
                        c -> c.startBrowserSession(
                                r -> r.browserIdentifier(BROWSER).clientToken(TOKEN))),
                new Call(
                        "start with all that both know",
                        (c, options) -> c.startBrowserSession(
                                StartBrowserSessionRequest.builder()
                                        .browserIdentifier(BROWSER)
                                        .traceId(TRACE_ID)
                                        .traceParent(TRACE_PARENT)
                                        .name(NAME)
                                        .sessionTimeoutSeconds(3600)
                                        .viewPort(v -> v.width(1280).height(720))
                                        .build(),
                                options),
                        c -> c.startBrowserSession(r -> r.browserIdentifier(BROWSER)
                                .traceId(TRACE_ID)
                                .traceParent(TRACE_PARENT)
                                .name(NAME)
                                .sessionTimeoutSeconds(3600)
                                .viewPort(v -> v.width(1280).height(720))
                                .clientToken(TOKEN))));
    }

    static Stream<Call> lists() {
        return Stream.of(
                new Call(
                        "list all",
                        (c, options) -> c.listBrowserSessions(
                                ListBrowserSessionsRequest.builder()
                                        .browserIdentifier(BROWSER)
                                        .build(),
                                options),
                        c -> c.listBrowserSessions(r -> r.browserIdentifier(BROWSER))),
                new Call(
                        "list some",
                        (c, options) -> c.listBrowserSessions(
                                ListBrowserSessionsRequest.builder()
                                        .browserIdentifier(BROWSER)
                                        .maxResults(5)
                                        .nextToken("a+/=")
                                        .status(BrowserSessionStatus.TERMINATED)
                                        .build(),
                                options),
                        c -> c.listBrowserSessions(r -> r.browserIdentifier(BROWSER)
                                .maxResults(5)
                                .nextToken("a+/=")
                                .status("TERMINATED"))));
    }

    static Stream<Call> stopsAndUpdates() {
        return Stream.of(
                new Call(
                        "stop",
                        (c, options) -> c.stopBrowserSession(
                                StopBrowserSessionRequest.builder()
                                        .browserIdentifier(BROWSER)
                                        .sessionId(SESSION)
                                        .traceId(TRACE_ID)
                                        .build(),
                                options),
                        c -> c.stopBrowserSession(r -> r.browserIdentifier(BROWSER)
                                .sessionId(SESSION)
                                .traceId(TRACE_ID)
                                .clientToken(TOKEN))),
                new Call(
                        "update a stream",
                        (c, options) -> c.updateBrowserStream(
                                UpdateBrowserStreamRequest.builder()
                                        .browserIdentifier(BROWSER)
                                        .sessionId(SESSION)
                                        .streamUpdate(
                                                StreamUpdate.automationStreamUpdate(AutomationStreamUpdate.builder()
                                                        .streamStatus(AutomationStreamStatus.DISABLED)
                                                        .build()))
                                        .build(),
                                options),
                        c -> c.updateBrowserStream(r -> r.browserIdentifier(BROWSER)
                                .sessionId(SESSION)
                                .streamUpdate(s -> s.automationStreamUpdate(u -> u.streamStatus("DISABLED")))
                                .clientToken(TOKEN))));
    }

    @ParameterizedTest
    @MethodSource({"gets", "starts", "lists", "stopsAndUpdates"})
    void isTheSameRequest(Call call) {
        RecordedRequest our = call.byUs(RequestOptions.builder().build());
        RecordedRequest their = call.byThem();

        assertThat(our.method()).isEqualTo(their.method());
        assertThat(our.target()).isEqualTo(their.target());
        assertThat(our.text()).isEqualTo(their.text());
        assertThat(headersOfTheCall(our)).isEqualTo(headersOfTheCall(their));
    }

    /**
     * The SDK also sends, and signs, the hash of the body as a header, which only S3 asks for. Our client signs it once
     * it is told to send it; then both signatures have to be the same, and so has everything that they cover.
     */
    @ParameterizedTest
    @MethodSource({"gets", "starts", "lists", "stopsAndUpdates"})
    void isSignedTheSameWay(Call call) {
        RecordedRequest their = call.byThem();
        RecordedRequest our = call.byUs(RequestOptions.builder()
                .header("x-amz-content-sha256", their.header("x-amz-content-sha256"))
                .build());

        assertThat(our.signedHeaders()).contains("host", "x-amz-date", "x-amz-content-sha256");
        assertThat(our.header("authorization")).isEqualTo(their.header("authorization"));
    }

    /** All headers but those by which a client names itself and proves itself. */
    private static Map<String, List<String>> headersOfTheCall(RecordedRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        headers.keySet().removeAll(List.of("user-agent", "authorization", "x-amz-content-sha256"));
        return headers;
    }
}
