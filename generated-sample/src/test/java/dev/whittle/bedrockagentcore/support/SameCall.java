package dev.whittle.bedrockagentcore.support;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.BedrockAgentCorePresigner;
import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.AutomationStreamUpdate;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.ListBrowserSessionsRequest;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StopBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StreamUpdate;
import dev.whittle.bedrockagentcore.model.UpdateBrowserStreamRequest;
import dev.whittle.runtime.client.PresignedRequest;
import dev.whittle.runtime.client.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One call, by this client and by the AWS SDK's. Our client makes its own idempotency token, theirs has to be told.
 *
 * @param ours makes the call
 * @param presigned signs its request for others to send
 * @param theirs makes the call with the AWS SDK
 */
public record SameCall(
        String name,
        BiConsumer<BedrockAgentCoreClient, RequestOptions> ours,
        BiFunction<BedrockAgentCorePresigner, Duration, PresignedRequest> presigned,
        Consumer<software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient> theirs) {
    private static final String BROWSER = "aws.browser.v1";
    private static final String SESSION = "01KAMQ4W9TZ7E3R5XH2VYB8NDC";
    private static final String TOKEN = LoopbackServer.TOKEN;
    private static final String TRACE_ID = "Root=1-5759e988-bd862e3fe1be46a994272793;  Sampled=1";
    private static final String TRACE_PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String NAME = "a \"name\" with \\ / < ü 東 \u0001 \u007f \u2028";

    /** Calls of all operations. */
    public static Stream<SameCall> all() {
        return Stream.of(gets(), starts(), lists(), stopsAndUpdates()).flatMap(calls -> calls);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<SameCall> gets() {
        List<String> texts = List.of(
                BROWSER,
                "a b",
                "a/b",
                "a//b",
                "a+b",
                "100%",
                "a%2Fb",
                "ü-東京-😀",
                "-._~",
                "a=b&c?d#e;f:g@h!$'()*,[]\"<>\\^`{|}");
        return texts.stream().map(text -> {
            GetBrowserSessionRequest request = GetBrowserSessionRequest.builder()
                    .browserIdentifier(text)
                    .sessionId(text)
                    .build();
            return new SameCall(
                    "get " + text,
                    (c, options) -> c.getBrowserSession(request, options),
                    (p, validFor) -> p.getBrowserSession(request, validFor),
                    c -> c.getBrowserSession(r -> r.browserIdentifier(text).sessionId(text)));
        });
    }

    private static Stream<SameCall> starts() {
        StartBrowserSessionRequest little =
                StartBrowserSessionRequest.builder().browserIdentifier(BROWSER).build();
        StartBrowserSessionRequest all = StartBrowserSessionRequest.builder()
                .browserIdentifier(BROWSER)
                .traceId(TRACE_ID)
                .traceParent(TRACE_PARENT)
                .name(NAME)
                .sessionTimeoutSeconds(3600)
                .viewPort(v -> v.width(1280).height(720))
                .build();
        return Stream.of(
                new SameCall(
                        "start with nothing but a browser",
                        (c, options) -> c.startBrowserSession(little, options),
                        (p, validFor) -> p.startBrowserSession(little, validFor),
                        c -> c.startBrowserSession(
                                r -> r.browserIdentifier(BROWSER).clientToken(TOKEN))),
                new SameCall(
                        "start with all that both know",
                        (c, options) -> c.startBrowserSession(all, options),
                        (p, validFor) -> p.startBrowserSession(all, validFor),
                        c -> c.startBrowserSession(r -> r.browserIdentifier(BROWSER)
                                .traceId(TRACE_ID)
                                .traceParent(TRACE_PARENT)
                                .name(NAME)
                                .sessionTimeoutSeconds(3600)
                                .viewPort(v -> v.width(1280).height(720))
                                .clientToken(TOKEN))));
    }

    private static Stream<SameCall> lists() {
        ListBrowserSessionsRequest all =
                ListBrowserSessionsRequest.builder().browserIdentifier(BROWSER).build();
        ListBrowserSessionsRequest some = ListBrowserSessionsRequest.builder()
                .browserIdentifier(BROWSER)
                .maxResults(5)
                .nextToken("a+/=")
                .status(BrowserSessionStatus.TERMINATED)
                .build();
        return Stream.of(
                new SameCall(
                        "list all",
                        (c, options) -> c.listBrowserSessions(all, options),
                        (p, validFor) -> p.listBrowserSessions(all, validFor),
                        c -> c.listBrowserSessions(r -> r.browserIdentifier(BROWSER))),
                new SameCall(
                        "list some",
                        (c, options) -> c.listBrowserSessions(some, options),
                        (p, validFor) -> p.listBrowserSessions(some, validFor),
                        c -> c.listBrowserSessions(r -> r.browserIdentifier(BROWSER)
                                .maxResults(5)
                                .nextToken("a+/=")
                                .status("TERMINATED"))));
    }

    private static Stream<SameCall> stopsAndUpdates() {
        StopBrowserSessionRequest stop = StopBrowserSessionRequest.builder()
                .browserIdentifier(BROWSER)
                .sessionId(SESSION)
                .traceId(TRACE_ID)
                .build();
        UpdateBrowserStreamRequest update = UpdateBrowserStreamRequest.builder()
                .browserIdentifier(BROWSER)
                .sessionId(SESSION)
                .streamUpdate(StreamUpdate.automationStreamUpdate(AutomationStreamUpdate.builder()
                        .streamStatus(AutomationStreamStatus.DISABLED)
                        .build()))
                .build();
        return Stream.of(
                new SameCall(
                        "stop",
                        (c, options) -> c.stopBrowserSession(stop, options),
                        (p, validFor) -> p.stopBrowserSession(stop, validFor),
                        c -> c.stopBrowserSession(r -> r.browserIdentifier(BROWSER)
                                .sessionId(SESSION)
                                .traceId(TRACE_ID)
                                .clientToken(TOKEN))),
                new SameCall(
                        "update a stream",
                        (c, options) -> c.updateBrowserStream(update, options),
                        (p, validFor) -> p.updateBrowserStream(update, validFor),
                        c -> c.updateBrowserStream(r -> r.browserIdentifier(BROWSER)
                                .sessionId(SESSION)
                                .streamUpdate(s -> s.automationStreamUpdate(u -> u.streamStatus("DISABLED")))
                                .clientToken(TOKEN))));
    }
}
