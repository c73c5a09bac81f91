package dev.whittle.bedrockagentcore.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.AutomationStreamUpdate;
import dev.whittle.bedrockagentcore.model.BrowserAction;
import dev.whittle.bedrockagentcore.model.BrowserActionResult;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.BrowserSessionSummary;
import dev.whittle.bedrockagentcore.model.ExternalProxy;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ListBrowserSessionsResponse;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.bedrockagentcore.model.ScreenshotArguments;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StreamUpdate;
import dev.whittle.bedrockagentcore.model.UpdateBrowserStreamRequest;
import dev.whittle.bedrockagentcore.model.ValidationException;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.paginate.ItemPages;
import dev.whittle.runtime.wait.Waiter;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo's service behaves as one. */
class LoopbackServiceTest {
    private static final String BROWSER = "aws.browser.v1";

    private static LoopbackService service;
    private static BedrockAgentCoreClient client;

    @BeforeAll
    static void start() throws IOException {
        service = LoopbackService.start();
        client = BedrockAgentCoreClient.builder()
                .region("us-east-1")
                .endpoint(service.endpoint())
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "secret")))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    @Test
    void refusesWhatIsNotSigned() throws IOException {
        URL url = URI.create(service.endpoint() + "/browsers/" + BROWSER + "/sessions/get?sessionId=0")
                .toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();

        assertThat(connection.getResponseCode()).isEqualTo(403);
        assertThat(connection.getHeaderField("x-amzn-ErrorType")).isEqualTo("AccessDeniedException");
    }

    @Test
    void keepsWhatASessionWasStartedWith() {
        Proxy proxy = Proxy.externalProxy(
                ExternalProxy.builder().server("proxy.example.com").port(8443).build());
        String id = client.startBrowserSession(r -> r.browserIdentifier(BROWSER)
                        .name("kept")
                        .proxyConfiguration(p -> p.proxies(proxy).bypass(b -> b.domainPatterns("localhost"))))
                .sessionId();

        GetBrowserSessionResponse session =
                client.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(id));
        assertThat(session.name()).isEqualTo("kept");
        assertThat(session.proxyConfiguration().proxies()).hasSize(2).startsWith(proxy);
        assertThat(session.proxyConfiguration().bypass().domainPatterns()).containsExactly("localhost");
    }

    @Test
    void listsByStatus() {
        String id =
                client.startBrowserSession(r -> r.browserIdentifier(BROWSER)).sessionId();

        assertThat(client.listBrowserSessions(r -> r.browserIdentifier(BROWSER).status(BrowserSessionStatus.READY))
                        .items())
                .extracting(BrowserSessionSummary::sessionId)
                .contains(id);
        client.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(id));
        assertThat(client.listBrowserSessions(r -> r.browserIdentifier(BROWSER).status(BrowserSessionStatus.READY))
                        .items())
                .extracting(BrowserSessionSummary::sessionId)
                .doesNotContain(id);
    }

    @Test
    void listsInPages() {
        Set<String> started = new LinkedHashSet<>();
        for (int i = 0; i < 5; i++) {
            started.add(client.startBrowserSession(r -> r.browserIdentifier(BROWSER))
                    .sessionId());
        }
        int all = client.listBrowserSessions(r -> r.browserIdentifier(BROWSER))
                .items()
                .size();

        ItemPages<ListBrowserSessionsResponse, BrowserSessionSummary> pages = client.listBrowserSessionsPaginator(
                r -> r.browserIdentifier(BROWSER).maxResults(2));
        assertThat(pages).hasSize((all + 1) / 2).allMatch(page -> page.items().size() <= 2);
        assertThat(pages.items())
                .hasSize(all)
                .extracting(BrowserSessionSummary::sessionId)
                .doesNotHaveDuplicates()
                .endsWith(started.toArray(String[]::new));
        assertThat(pages.items().stream().map(BrowserSessionSummary::sessionId)).containsAll(started);
    }

    @Test
    void isWaitedFor() {
        String id =
                client.startBrowserSession(r -> r.browserIdentifier(BROWSER)).sessionId();
        List<BrowserSessionStatus> seen = new ArrayList<>();

        GetBrowserSessionResponse session = Waiter.of(() -> client.getBrowserSession(
                        r -> r.browserIdentifier(BROWSER).sessionId(id)))
                .delay(Duration.ofMillis(1), Duration.ofMillis(2))
                .until(response -> {
                    seen.add(response.status());
                    client.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(id));
                    return response.status() == BrowserSessionStatus.TERMINATED;
                });
        assertThat(session.sessionId()).isEqualTo(id);
        assertThat(seen).containsExactly(BrowserSessionStatus.READY, BrowserSessionStatus.TERMINATED);
    }

    @Test
    void startsOneSessionForAToken() {
        StartBrowserSessionRequest request = StartBrowserSessionRequest.builder()
                .browserIdentifier(BROWSER)
                .clientToken("0123456789-0123456789-0123456789-0123")
                .build();
        String id = client.startBrowserSession(request).sessionId();

        assertThat(client.startBrowserSession(request).sessionId()).isEqualTo(id);
        client.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(id));
        assertThat(client.startBrowserSession(request).sessionId()).isEqualTo(id);
        assertThat(client.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(id))
                        .status())
                .isEqualTo(BrowserSessionStatus.TERMINATED);
    }

    @Test
    void updatesActsAndSavesWhileASessionRuns() {
        String id =
                client.startBrowserSession(r -> r.browserIdentifier(BROWSER)).sessionId();
        UpdateBrowserStreamRequest update = UpdateBrowserStreamRequest.builder()
                .browserIdentifier(BROWSER)
                .sessionId(id)
                .streamUpdate(StreamUpdate.automationStreamUpdate(AutomationStreamUpdate.builder()
                        .streamStatus(AutomationStreamStatus.DISABLED)
                        .build()))
                .build();

        assertThat(client.updateBrowserStream(update)
                        .streams()
                        .automationStream()
                        .streamStatus())
                .isEqualTo(AutomationStreamStatus.DISABLED);
        assertThat(client.invokeBrowser(r -> r.browserIdentifier(BROWSER)
                                .sessionId(id)
                                .action(BrowserAction.screenshot(
                                        ScreenshotArguments.builder().build())))
                        .result())
                .isInstanceOf(BrowserActionResult.ScreenshotMember.class);
        assertThat(client.saveBrowserSessionProfile(r -> r.profileIdentifier("p-0123456789")
                                .browserIdentifier(BROWSER)
                                .sessionId(id))
                        .profileIdentifier())
                .isEqualTo("p-0123456789");
        client.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(id));
        assertThatThrownBy(() -> client.updateBrowserStream(update)).isInstanceOf(ValidationException.class);
    }

    @Test
    void knowsOneBrowser() {
        assertThatThrownBy(() -> client.startBrowserSession(r -> r.browserIdentifier("an other/one")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("an other/one");
    }
}
