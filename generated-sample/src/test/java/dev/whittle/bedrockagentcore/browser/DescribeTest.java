package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.Resources;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A session describes itself with every member that the model has; another test reads the same file value by value. */
class DescribeTest {
    @Test
    void hasEveryMember() {
        try (LoopbackServer server = LoopbackServer.responding(Resources.fullSession());
                BedrockAgentCoreClient client = server.client();
                BrowserSession session = Browser.of(client).join("01KAMQ4W9TZ7E3R5XH2VYB8NDC")) {
            GetBrowserSessionResponse state = session.describe();

            assertThat(state.browserIdentifier()).isEqualTo(session.browserIdentifier());
            assertThat(state.sessionId()).isEqualTo(session.sessionId());
            assertThat(state.name()).isEqualTo("checkout-run-42");
            assertThat(state.createdAt()).isEqualTo(Instant.parse("2026-11-22T09:15:30.123Z"));
            assertThat(state.lastUpdatedAt()).isEqualTo(Instant.parse("2026-11-22T09:47:02Z"));
            assertThat(state.sessionTimeoutSeconds()).isEqualTo(3600);
            assertThat(session.endsAt()).isEqualTo(Instant.parse("2026-11-22T10:15:30.123Z"));
            assertThat(state.status()).isSameAs(BrowserSessionStatus.READY);
            assertThat(state.viewPort()).isNotNull().isEqualTo(session.viewPort());
            assertThat(state.streams().automationStream().streamEndpoint()).startsWith("wss://");
            assertThat(state.streams().liveViewStream().streamEndpoint()).startsWith("https://");
            assertThat(state.extensions()).hasSize(2);
            assertThat(state.enterprisePolicies()).hasSize(2);
            assertThat(state.profileConfiguration().profileIdentifier()).startsWith("shopping_profile");
            assertThat(state.proxyConfiguration().proxies()).hasSize(2);
            assertThat(state.proxyConfiguration().bypass().domainPatterns()).hasSize(2);
            assertThat(state.certificates()).hasSize(1);
            assertThat(state.filesystemConfigurations()).hasSize(2);
            assertThat(state.sessionReplayArtifact()).startsWith("s3://");
        }
    }

    @Test
    void isWhatTheClientReads() {
        try (LoopbackServer server = LoopbackServer.responding(Resources.fullSession());
                BedrockAgentCoreClient client = server.client();
                BrowserSession session = Browser.of(client).join("01KAMQ4W9TZ7E3R5XH2VYB8NDC")) {
            assertThat(session.describe())
                    .isEqualTo(client.getBrowserSession(
                            r -> r.browserIdentifier("aws.browser.v1").sessionId(session.sessionId())));
        }
    }
}
