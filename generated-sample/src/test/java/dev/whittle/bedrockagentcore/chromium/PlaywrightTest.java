package dev.whittle.bedrockagentcore.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.browser.Automation;
import dev.whittle.bedrockagentcore.browser.Browser;
import dev.whittle.bedrockagentcore.browser.BrowserSession;
import dev.whittle.runtime.auth.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Playwright connects to a session with the address and the headers that it is given. */
@Timeout(120)
class PlaywrightTest {
    @Test
    void playwrightDrivesTheBrowserOfASession() throws Exception {
        Chromium.assumeInstalled();
        try (Playwright playwright = PlaywrightDriver.start();
                Site site = Site.start();
                BrowserService service = BrowserService.start(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI"));
                BedrockAgentCoreClient client = service.client();
                BrowserSession session = Browser.of(client).start()) {
            Automation automation = session.automation();

            try (com.microsoft.playwright.Browser browser = playwright
                    .chromium()
                    .connectOverCDP(
                            automation.endpoint().toString(),
                            new BrowserType.ConnectOverCDPOptions().setHeaders(automation.headers()))) {
                Page page = browser.contexts().get(0).newPage();
                page.navigate(site.address().toString());
                page.fill("#person", "Ada");
                page.click("#greet");
                assertThat(page.textContent("#result")).isEqualTo("Hello, Ada!");

                page.onceDialog(Dialog::accept);
                page.click("#alert");
                assertThat(page.textContent("#result")).isEqualTo("Seen");
            }
        }
    }
}
