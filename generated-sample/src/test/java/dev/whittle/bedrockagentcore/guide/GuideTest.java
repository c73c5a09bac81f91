package dev.whittle.bedrockagentcore.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Playwright;
import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.browser.Browser;
import dev.whittle.bedrockagentcore.browser.BrowserSession;
import dev.whittle.bedrockagentcore.browser.DevTools;
import dev.whittle.bedrockagentcore.chromium.BrowserService;
import dev.whittle.bedrockagentcore.chromium.Chromium;
import dev.whittle.bedrockagentcore.chromium.PlaywrightDriver;
import dev.whittle.bedrockagentcore.chromium.Site;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.runtime.auth.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the snippets of the page with a real browser. */
@Timeout(120)
class GuideTest {
    private static final String SECRET = "arn:aws:secretsmanager:us-west-2:111122223333:secret:proxy";

    private Site site;
    private BrowserService service;
    private BedrockAgentCoreClient client;
    private Guide guide;

    @BeforeEach
    void start() throws IOException {
        Chromium.assumeInstalled();
        site = Site.start();
        service = BrowserService.start(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI"));
        client = service.client();
        guide = new Guide(client, site.address().toString());
    }

    @AfterEach
    void stop() {
        if (site != null) {
            client.close();
            service.close();
            site.close();
        }
    }

    @Test
    void pagesOfASession() throws IOException {
        guide.screenshot();
        assertThat(Files.size(Path.of("target", "page.png"))).isPositive();

        try (BrowserSession session = guide.options()) {
            assertThat(session.viewPort().width()).isEqualTo(1280);
            try (DevTools devTools = session.devTools()) {
                guide.form(devTools);
                assertThat(guide.shown()).isEqualTo("Hello, Ada!");
                assertThat(Files.readString(Path.of("target", "page.pdf"), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF");
                assertThat(guide.anyCommand(devTools).get("product").asString()).contains("Chrome");
            }
            guide.screen(session);
            assertThat(Files.size(Path.of("target", "screen.png"))).isPositive();
            guide.saveProfile(session);
            assertThat(guide.running()).containsExactly(session.sessionId());
        }
        assertThat(guide.running()).isEmpty();
    }

    @Test
    void peopleAndOtherPrograms() throws Exception {
        try (BrowserSession session = Browser.of(client).start()) {
            assertThat(guide.watch(session).url()).isNotNull();
            assertThat(String.valueOf(guide.shown()))
                    .startsWith("http://127.0.0.1:")
                    .contains("X-Amz-Signature=");
            assertThat(guide.handOver(session)).contains(session.sessionId());
            try (Playwright playwright = PlaywrightDriver.start()) {
                assertThat(guide.playwright(playwright, session)).isNotBlank();
            }
        }
    }

    @Test
    void sessionsThatOutliveTheirScope() {
        guide.laterOn();
        assertThat(guide.running()).isEmpty();
        try (BrowserSession session = guide.configured(SECRET)) {
            GetBrowserSessionResponse described = session.describe();
            assertThat(described.status()).isEqualTo(BrowserSessionStatus.READY);
            assertThat(described.extensions()).hasSize(1);
            assertThat(described.profileConfiguration().profileIdentifier()).isEqualTo("shopper-1234567890");
            assertThat(described.proxyConfiguration().proxies()).hasSize(1);
            assertThat(described.proxyConfiguration().bypass().domainPatterns()).containsExactly(".example.org");
        }
    }
}
