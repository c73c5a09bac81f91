package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.support.Documents;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.RecordedRequest;
import dev.whittle.bedrockagentcore.support.Resources;
import dev.whittle.bedrockagentcore.support.Response;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.document.Document;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code StartBrowserSession}, which sends nearly all that {@code GetBrowserSession} returns, as a server sees it. */
class StartBrowserSessionRequestTest {
    private LoopbackServer server;
    private BedrockAgentCoreClient client;

    @BeforeEach
    void start() {
        server = LoopbackServer.responding(Resources.fullSession());
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void sendsEveryMemberAsItWouldBeReturned() {
        GetBrowserSessionResponse session = client.getBrowserSession(
                r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ"));
        server.respond(Response.json(200, "{}"));
        client.startBrowserSession(r -> r.browserIdentifier(session.browserIdentifier())
                .name(session.name())
                .sessionTimeoutSeconds(session.sessionTimeoutSeconds())
                .viewPort(session.viewPort())
                .extensions(session.extensions())
                .profileConfiguration(session.profileConfiguration())
                .proxyConfiguration(session.proxyConfiguration())
                .enterprisePolicies(session.enterprisePolicies())
                .certificates(session.certificates())
                .filesystemConfigurations(session.filesystemConfigurations())
                .clientToken("a-token-that-is-longer-than-33-characters"));

        Map<String, Document> expected =
                new TreeMap<>(Documents.parse(Resources.fullSession()).asMap());
        for (String returnedOnly : new String[] {
            "browserIdentifier", "sessionId", "createdAt", "status", "streams", "sessionReplayArtifact", "lastUpdatedAt"
        }) {
            expected.remove(returnedOnly);
        }
        expected.put("clientToken", Document.of("a-token-that-is-longer-than-33-characters"));
        assertThat(Documents.parse(server.lastRequest().text()).asMap()).isEqualTo(expected);
    }

    @Test
    void putsTracesIntoHeadersAndNotIntoTheBody() {
        client.startBrowserSession(r ->
                r.browserIdentifier("aws.browser.v1").traceId("Root=1-5759e988").traceParent("00-0af7-b7ad-01"));

        RecordedRequest request = server.lastRequest();
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.target()).isEqualTo("/browsers/aws.browser.v1/sessions/start");
        assertThat(request.header("x-amzn-trace-id")).isEqualTo("Root=1-5759e988");
        assertThat(request.header("traceparent")).isEqualTo("00-0af7-b7ad-01");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.text()).isEqualTo("{\"clientToken\":\"" + LoopbackServer.TOKEN + "\"}");
    }

    @Test
    void anEmptyListIsSentAndAnUnsetOneIsNot() {
        client.startBrowserSession(r -> r.browserIdentifier("aws.browser.v1").enterprisePolicies());

        assertThat(server.lastRequest().text())
                .isEqualTo("{\"enterprisePolicies\":[],\"clientToken\":\"" + LoopbackServer.TOKEN + "\"}");
    }

    @Test
    void makesATokenOfItsOwnForEachCall() {
        try (BedrockAgentCoreClient plain = BedrockAgentCoreClient.builder()
                .region(LoopbackServer.REGION)
                .endpoint(server.endpoint())
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "secret")))
                .build()) {
            plain.startBrowserSession(r -> r.browserIdentifier("aws.browser.v1"));
            plain.startBrowserSession(r -> r.browserIdentifier("aws.browser.v1"));
        }

        assertThat(server.requests())
                .hasSize(2)
                .extracting(request ->
                        Documents.parse(request.text()).get("clientToken").asString())
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }
}
