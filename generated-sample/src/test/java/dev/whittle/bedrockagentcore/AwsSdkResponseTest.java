package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.AutomationStreamUpdate;
import dev.whittle.bedrockagentcore.model.BedrockAgentCoreException;
import dev.whittle.bedrockagentcore.model.BrowserSessionStream;
import dev.whittle.bedrockagentcore.model.StreamUpdate;
import dev.whittle.bedrockagentcore.support.AwsSdk;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.Resources;
import dev.whittle.bedrockagentcore.support.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same response, read by this client and by the AWS SDK's, gives the same values, as far as the SDK knows them. */
class AwsSdkResponseTest {
    private static final String BROWSER = "aws.browser.v1";
    private static final String SESSION = "01KAMQ4W9TZ7E3R5XH2VYB8NDC";
    private static final String STREAMS = """
            "streams": {
              "automationStream": {"streamEndpoint": "wss://example.com/ü", "streamStatus": "DISABLED"},
              "liveViewStream": {}
            }""";

    private static LoopbackServer server;
    private static BedrockAgentCoreClient ours;
    private static software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient theirs;

    @BeforeAll
    static void start() {
        server = LoopbackServer.responding("{}");
        ours = server.client();
        theirs = AwsSdk.client(server.endpoint());
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    @Test
    void getBrowserSession() {
        server.respond(Response.json(200, Resources.fullSession()));
        var our = ours.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION));
        var their = theirs.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION));

        assertThat(our.browserIdentifier()).isEqualTo(their.browserIdentifier());
        assertThat(our.sessionId()).isEqualTo(their.sessionId());
        assertThat(our.name()).isEqualTo(their.name());
        assertThat(our.createdAt()).isEqualTo(their.createdAt());
        assertThat(our.viewPort().width()).isEqualTo(their.viewPort().width());
        assertThat(our.viewPort().height()).isEqualTo(their.viewPort().height());
        assertThat(our.sessionTimeoutSeconds()).isEqualTo(their.sessionTimeoutSeconds());
        assertThat(our.status().value()).isEqualTo(their.statusAsString());
        assertThat(our.sessionReplayArtifact()).isEqualTo(their.sessionReplayArtifact());
        assertThat(our.lastUpdatedAt()).isEqualTo(their.lastUpdatedAt());
        assertSame(our.streams(), their.streams());
    }

    @Test
    void startBrowserSession() {
        server.respond(Response.json(200, """
                {"browserIdentifier": "aws.browser.v1", "sessionId": "01KAMQ", "createdAt": "2026-11-22T09:15:30.5Z",
                 %s}
                """.formatted(STREAMS)));
        var our = ours.startBrowserSession(r -> r.browserIdentifier(BROWSER));
        var their = theirs.startBrowserSession(r -> r.browserIdentifier(BROWSER));

        assertThat(our.browserIdentifier()).isEqualTo(their.browserIdentifier());
        assertThat(our.sessionId()).isEqualTo(their.sessionId());
        assertThat(our.createdAt()).isEqualTo(their.createdAt());
        assertSame(our.streams(), their.streams());
    }

    @Test
    void listBrowserSessions() {
        server.respond(Response.json(200, """
                {"items": [
                  {"browserIdentifier": "aws.browser.v1", "sessionId": "01KAMQ", "name": "one", "status": "READY",
                   "createdAt": "2026-11-22T09:15:30.123Z", "lastUpdatedAt": "2026-11-22T09:15:31Z"},
                  {"browserIdentifier": "aws.browser.v1", "sessionId": "01KAMR", "status": "STOPPING",
                   "createdAt": "2026-11-22T09:15:30Z", "unheardOf": [{}]}
                ], "nextToken": "a+/="}
                """));
        var our = ours.listBrowserSessions(r -> r.browserIdentifier(BROWSER));
        var their = theirs.listBrowserSessions(r -> r.browserIdentifier(BROWSER));

        assertThat(our.nextToken()).isEqualTo(their.nextToken()).isEqualTo("a+/=");
        assertThat(our.items()).hasSize(2).hasSameSizeAs(their.items());
        for (int i = 0; i < our.items().size(); i++) {
            var ourItem = our.items().get(i);
            var theirItem = their.items().get(i);
            assertThat(ourItem.browserIdentifier()).isEqualTo(theirItem.browserIdentifier());
            assertThat(ourItem.sessionId()).isEqualTo(theirItem.sessionId());
            assertThat(ourItem.name()).isEqualTo(theirItem.name());
            assertThat(ourItem.status().value()).isEqualTo(theirItem.statusAsString());
            assertThat(ourItem.createdAt()).isEqualTo(theirItem.createdAt());
            assertThat(ourItem.lastUpdatedAt()).isEqualTo(theirItem.lastUpdatedAt());
        }
    }

    @Test
    void stopBrowserSession() {
        server.respond(Response.json(200, """
                {"browserIdentifier": "aws.browser.v1", "sessionId": "01KAMQ", "lastUpdatedAt": "2026-11-22T09:15:30Z"}
                """));
        var our = ours.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION));
        var their = theirs.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION));

        assertThat(our.browserIdentifier()).isEqualTo(their.browserIdentifier());
        assertThat(our.sessionId()).isEqualTo(their.sessionId());
        assertThat(our.lastUpdatedAt()).isEqualTo(their.lastUpdatedAt());
    }

    @Test
    void updateBrowserStream() {
        server.respond(Response.json(200, """
                {"browserIdentifier": "aws.browser.v1", "sessionId": "01KAMQ", "updatedAt": "2026-11-22T09:15:30Z",
                 %s}
                """.formatted(STREAMS)));
        var our = ours.updateBrowserStream(r -> r.browserIdentifier(BROWSER)
                .sessionId(SESSION)
                .streamUpdate(StreamUpdate.automationStreamUpdate(AutomationStreamUpdate.builder()
                        .streamStatus(AutomationStreamStatus.ENABLED)
                        .build())));
        var their = theirs.updateBrowserStream(r -> r.browserIdentifier(BROWSER)
                .sessionId(SESSION)
                .streamUpdate(s -> s.automationStreamUpdate(u -> u.streamStatus("ENABLED"))));

        assertThat(our.browserIdentifier()).isEqualTo(their.browserIdentifier());
        assertThat(our.sessionId()).isEqualTo(their.sessionId());
        assertThat(our.updatedAt()).isEqualTo(their.updatedAt());
        assertSame(our.streams(), their.streams());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"2026-11-22T09:15:30Z\"", "\"2026-11-22T09:15:30.123456Z\"", "\"2026-11-22T10:15:30+01:00\""})
    void aTimestamp(String json) {
        server.respond(Response.json(200, "{\"createdAt\":0,\"lastUpdatedAt\":" + json + "}"));
        var our = ours.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION));
        var their = theirs.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION));

        assertThat(our.lastUpdatedAt()).isEqualTo(their.lastUpdatedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException",
        "400, ValidationException",
        "404, ResourceNotFoundException",
        "429, ThrottlingException",
        "500, InternalServerException",
        "418, TeapotException",
    })
    void anError(int status, String code) {
        server.respond(Response.json(status, "{\"message\":\"no, said the service\"}")
                .with("x-amzn-ErrorType", code + ":http://example.com/")
                .with("x-amzn-RequestId", "7f1c6f0e"));
        var our = catchThrowableOfType(
                BedrockAgentCoreException.class,
                () -> ours.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION)));
        var their = catchThrowableOfType(
                software.amazon.awssdk.services.bedrockagentcore.model.BedrockAgentCoreException.class,
                () -> theirs.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(SESSION)));

        assertThat(our.getClass().getSimpleName()).isEqualTo(their.getClass().getSimpleName());
        assertThat(our.statusCode()).isEqualTo(their.statusCode());
        assertThat(our.requestId()).isEqualTo(their.requestId());
        assertThat(our.errorCode()).isEqualTo(their.awsErrorDetails().errorCode());
        assertThat(our.serviceMessage()).isEqualTo(their.awsErrorDetails().errorMessage());
        assertThat(our.isThrottling()).isEqualTo(their.isThrottlingException());
    }

    private static void assertSame(
            BrowserSessionStream our,
            software.amazon.awssdk.services.bedrockagentcore.model.BrowserSessionStream their) {
        assertThat(our.automationStream().streamEndpoint())
                .isEqualTo(their.automationStream().streamEndpoint());
        assertThat(our.automationStream().streamStatus().value())
                .isEqualTo(their.automationStream().streamStatusAsString());
        assertThat(our.liveViewStream().streamEndpoint())
                .isEqualTo(their.liveViewStream().streamEndpoint());
    }
}
