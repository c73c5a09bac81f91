package dev.whittle.bedrockagentcore.guide;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.browser.ActionFailedException;
import dev.whittle.bedrockagentcore.browser.Automation;
import dev.whittle.bedrockagentcore.browser.Browser;
import dev.whittle.bedrockagentcore.browser.BrowserException;
import dev.whittle.bedrockagentcore.browser.BrowserSession;
import dev.whittle.bedrockagentcore.browser.DevTools;
import dev.whittle.bedrockagentcore.browser.LiveView;
import dev.whittle.bedrockagentcore.browser.Page;
import dev.whittle.bedrockagentcore.browser.Screen;
import dev.whittle.bedrockagentcore.browser.Target;
import dev.whittle.bedrockagentcore.model.BasicAuth;
import dev.whittle.bedrockagentcore.model.BrowserExtension;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.BrowserSessionSummary;
import dev.whittle.bedrockagentcore.model.ExternalProxy;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ProxyCredentials;
import dev.whittle.bedrockagentcore.model.ResourceLocation;
import dev.whittle.bedrockagentcore.model.S3Location;
import dev.whittle.runtime.document.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The snippets of the page. */
final class Guide {
    private final BedrockAgentCoreClient client;
    private final String shop;
    private @Nullable Object shown;

    Guide(BedrockAgentCoreClient client, String shop) {
        this.client = client;
        this.shop = shop;
    }

    void screenshot() throws IOException {
        try (BrowserSession session = Browser.of(client).start();
                DevTools devTools = session.devTools();
                Page page = devTools.open(shop)) {
            page.screenshot(Path.of("target", "page.png"));
        }
    }

    BrowserSession options() {
        BrowserSession session = Browser.of(client)
                .start(o -> o.name("prices")
                        .timeout(Duration.ofMinutes(5))
                        .viewPort(1280, 720)
                        .stopOnExit()
                        .beforeTimeout(Duration.ofMinutes(1), s -> System.out.println(s + " ends in a minute")));
        return session;
    }

    void laterOn() {
        BrowserSession started = Browser.of(client).start(o -> o.timeout(Duration.ofHours(1)));
        String id = started.sessionId();
        started.detach();

        // In another request, or another process:
        BrowserSession joined = Browser.of(client).join(id);
        joined.stop();
    }

    void form(DevTools devTools) throws IOException {
        try (Page page = devTools.open(shop)) {
            page.type("#person", "Ada");
            page.click("#greet");
            show(page.text("#result"));

            int links = page.evaluate("document.links.length").asInt();
            System.out.println(links + " links");
            page.pdf(Path.of("target", "page.pdf"));
        }
    }

    Document anyCommand(DevTools devTools) {
        Document version = devTools.send("Browser.getVersion");
        System.out.println(version.get("product").asString());

        Page page = devTools.firstPage();
        Target target = page.target();
        target.on("Network.responseReceived", event -> System.out.println(event.get("type")));
        target.send("Network.enable");
        target.send("Emulation.setTimezoneOverride", Map.of("timezoneId", Document.of("Europe/Vienna")));
        page.navigate(shop);
        return version;
    }

    String playwright(Playwright playwright, BrowserSession session) {
        Automation automation = session.automation();
        try (com.microsoft.playwright.Browser browser = playwright
                .chromium()
                .connectOverCDP(
                        automation.endpoint().toString(),
                        new BrowserType.ConnectOverCDPOptions().setHeaders(automation.headers()))) {
            com.microsoft.playwright.Page page = browser.contexts().get(0).newPage();
            page.navigate(shop);
            return page.title();
        }
    }

    LiveView watch(BrowserSession session) {
        LiveView view = session.liveView(Duration.ofMinutes(5));
        show(view.url());

        LiveView next = view.renew();
        return next;
    }

    @Nullable
    Object shown() {
        return shown;
    }

    /** Stands for the page of a viewer. */
    private void show(Object what) {
        shown = what;
    }

    String handOver(BrowserSession session) {
        session.takeControl();
        try {
            session.automation();
        } catch (BrowserException e) {
            System.out.println(e.getMessage());
        } finally {
            session.releaseControl();
        }
        return session.automation().toString();
    }

    void screen(BrowserSession session) throws IOException {
        Screen screen = session.screen();
        screen.screenshot(Path.of("target", "screen.png"));
        screen.click(400, 300);
        screen.type("Ada");
        try {
            screen.press("enter");
        } catch (ActionFailedException e) {
            System.out.println(e.getMessage());
        }
    }

    BrowserSession configured(String secretArn) {
        BrowserExtension blocker = BrowserExtension.builder()
                .location(ResourceLocation.s3(S3Location.builder()
                        .bucket("my-extensions")
                        .prefix("blocker.zip")
                        .build()))
                .build();
        Proxy proxy = Proxy.externalProxy(ExternalProxy.builder()
                .server("proxy.example.com")
                .port(8080)
                .credentials(ProxyCredentials.basicAuth(
                        BasicAuth.builder().secretArn(secretArn).build()))
                .build());
        BrowserSession session = Browser.of(client)
                .start(o -> o.request(r -> r.extensions(blocker)
                        .profileConfiguration(p -> p.profileIdentifier("shopper-1234567890"))
                        .proxyConfiguration(p -> p.proxies(proxy).bypass(b -> b.domainPatterns(".example.org")))));
        return session;
    }

    void saveProfile(BrowserSession session) {
        client.saveBrowserSessionProfile(r -> r.profileIdentifier("shopper-1234567890")
                .browserIdentifier(session.browserIdentifier())
                .sessionId(session.sessionId()));
    }

    List<String> running() {
        List<String> running = new ArrayList<>();
        for (BrowserSessionSummary summary : client.listBrowserSessionsPaginator(
                        r -> r.browserIdentifier("aws.browser.v1").status(BrowserSessionStatus.READY))
                .items()) {
            running.add(summary.sessionId());
        }
        return running;
    }
}
