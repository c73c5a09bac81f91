package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.model.AutomationStream;
import dev.whittle.bedrockagentcore.model.BrowserEnterprisePolicy;
import dev.whittle.bedrockagentcore.model.BrowserSessionSummary;
import dev.whittle.bedrockagentcore.model.ExternalProxy;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ListBrowserSessionsResponse;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ResourceLocation;
import dev.whittle.bedrockagentcore.model.ViewPort;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.runtime.error.MissingMemberException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is required is there: refused in a request, made up for in a response. */
class RequiredMembersTest {
    @Test
    void aRequestWithoutARequiredMemberIsNotSent() {
        try (LoopbackServer server = LoopbackServer.responding("{}");
                BedrockAgentCoreClient client = server.client()) {
            assertThatThrownBy(() -> client.getBrowserSession(r -> r.browserIdentifier("aws.browser.v1")))
                    .isInstanceOfSatisfying(MissingMemberException.class, e -> {
                        assertThat(e.shape()).isEqualTo("GetBrowserSessionRequest");
                        assertThat(e.member()).isEqualTo("sessionId");
                    })
                    .hasMessage("GetBrowserSessionRequest: required member 'sessionId' is not set");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aRequestCannotBeBuiltWithoutARequiredMember() {
        GetBrowserSessionRequest.Builder builder =
                GetBrowserSessionRequest.builder().sessionId("01KAMQ");

        assertThatThrownBy(builder::build)
                .isInstanceOf(MissingMemberException.class)
                .hasMessage("GetBrowserSessionRequest: required member 'browserIdentifier' is not set");
        assertThat(builder.browserIdentifier("aws.browser.v1").build().sessionId())
                .isEqualTo("01KAMQ");
    }

    @Test
    void aStructureInsideARequestCannotBeBuiltEither() {
        assertThatThrownBy(() -> ViewPort.builder().width(800).build())
                .isInstanceOf(MissingMemberException.class)
                .hasMessage("ViewPort: required member 'height' is not set");
        assertThatThrownBy(() -> ExternalProxy.builder().port(8080).build())
                .hasMessage("ExternalProxy: required member 'server' is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"createdAt\":null,\"sessionId\":null}", "null"})
    void aResponseWithoutItsRequiredMembersHasThemEmpty(String body) {
        GetBrowserSessionResponse session = get(body);

        assertThat(session.browserIdentifier()).isEmpty();
        assertThat(session.sessionId()).isEmpty();
        assertThat(session.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(session.name()).isNull();
    }

    @Test
    void structuresInsideAResponseHaveThemEmptyToo() {
        GetBrowserSessionResponse session = get("""
                {"viewPort": {}, "streams": {}, "extensions": [{}], "enterprisePolicies": [{}],
                 "proxyConfiguration": {"proxies": [{"externalProxy": {}}]}}
                """);

        assertThat(session.viewPort().width()).isZero();
        assertThat(session.viewPort().height()).isZero();
        AutomationStream automation = session.streams().automationStream();
        assertThat(automation.streamEndpoint()).isEmpty();
        assertThat(automation.streamStatus().value()).isEmpty();
        assertThat(session.streams().liveViewStream()).isNull();
        assertThat(session.extensions().get(0).location()).isInstanceOf(ResourceLocation.Unknown.class);
        BrowserEnterprisePolicy policy = session.enterprisePolicies().get(0);
        assertThat(policy.location()).isInstanceOf(ResourceLocation.Unknown.class);
        ExternalProxy proxy = ((Proxy.ExternalProxyMember)
                        session.proxyConfiguration().proxies().get(0))
                .externalProxy();
        assertThat(proxy.server()).isEmpty();
        assertThat(proxy.port()).isZero();
    }

    @Test
    void aListThatIsRequiredIsEmpty() {
        try (LoopbackServer server = LoopbackServer.responding("{}");
                BedrockAgentCoreClient client = server.client()) {
            ListBrowserSessionsResponse sessions =
                    client.listBrowserSessions(r -> r.browserIdentifier("aws.browser.v1"));

            assertThat(sessions.items()).isEmpty();
            assertThat(sessions.nextToken()).isNull();
        }
    }

    @Test
    void anElementOfAListHasThemEmptyToo() {
        try (LoopbackServer server = LoopbackServer.responding("{\"items\":[{}]}");
                BedrockAgentCoreClient client = server.client()) {
            BrowserSessionSummary summary = client.listBrowserSessions(r -> r.browserIdentifier("aws.browser.v1"))
                    .items()
                    .get(0);

            assertThat(summary.browserIdentifier()).isEmpty();
            assertThat(summary.sessionId()).isEmpty();
            assertThat(summary.status().value()).isEmpty();
            assertThat(summary.createdAt()).isEqualTo(Instant.EPOCH);
            assertThat(summary.lastUpdatedAt()).isNull();
        }
    }

    private static GetBrowserSessionResponse get(String body) {
        try (LoopbackServer server = LoopbackServer.responding(body);
                BedrockAgentCoreClient client = server.client()) {
            return client.getBrowserSession(
                    r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ"));
        }
    }
}
