package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.browser.Browser;
import dev.whittle.bedrockagentcore.browser.BrowserSession;
import dev.whittle.bedrockagentcore.browser.BrowserSessionOptions;
import dev.whittle.bedrockagentcore.browser.DevTools;
import dev.whittle.bedrockagentcore.browser.Page;
import dev.whittle.bedrockagentcore.model.BrowserSessionSummary;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** The life of one browser session, from its start to its end. */
final class Walkthrough {
    private final Setting setting;
    private final Output out;

    Walkthrough(Setting setting, Output out) {
        this.setting = setting;
        this.out = out;
    }

    /**
     * Runs all steps. If one fails, the session stops nevertheless.
     *
     * @throws IOException if a file cannot be written
     */
    void run() throws IOException {
        Files.createDirectories(setting.folder());
        try (BrowserSession session =
                Browser.of(setting.client()).start(o -> configure(o).stopOnExit())) {
            out.step("Browser.start: a session that is READY, and ends by itself after five minutes");
            out.fact("session", session.sessionId());
            out.fact("browser", session.browserIdentifier());
            out.fact("ends at", SessionFacts.time(session.endsAt()));

            out.step("getBrowserSession: all there is to know of it");
            new SessionFacts(out).print(session.describe());
            drive(session);
            PersonSteps person = new PersonSteps(session, out);
            person.watch();
            person.takeControl();
            list(session.browserIdentifier());
            close(session);
        }
        getWhatIsNotThere();
    }

    private BrowserSessionOptions.Builder configure(BrowserSessionOptions.Builder options) {
        options.name("whittle-demo").timeout(Duration.ofMinutes(5)).viewPort(1280, 720);
        return setting.isDemo() ? options.request(FullConfiguration::apply) : options;
    }

    private void drive(BrowserSession session) throws IOException {
        try (DevTools devTools = session.devTools()) {
            out.step("session.devTools: a program drives the browser by the Chrome DevTools Protocol");
            out.fact(
                    "browser",
                    devTools.send("Browser.getVersion").get("product").asString());
            try (Page page = devTools.open(setting.address().toString())) {
                new PageStep(setting, out).run(page);
                new ScreenStep(setting, out).run(session.screen(), devTools, page);
            }
        }
    }

    private void list(String browser) {
        out.step("listBrowserSessions: the latest, whatever their status");
        BedrockAgentCoreClient client = setting.client();
        for (BrowserSessionSummary summary : client.listBrowserSessions(
                        r -> r.browserIdentifier(browser).maxResults(5))
                .items()) {
            out.fact(
                    summary.status().value(),
                    String.format(
                            "%-28s %-16s %s",
                            summary.sessionId(),
                            SessionFacts.orDash(summary.name()),
                            SessionFacts.time(summary.createdAt())));
        }
    }

    private void close(BrowserSession session) {
        session.close();
        GetBrowserSessionResponse closed = session.describe();
        out.step("session.close: the session and its browser stop");
        out.fact("status", SessionFacts.orDash(closed.status()));
        out.fact("stopped", SessionFacts.time(closed.lastUpdatedAt()));
    }

    private void getWhatIsNotThere() {
        out.step("Browser.join of a session that never was: an exception of its own type");
        try (BrowserSession session = Browser.of(setting.client()).join("00000000000000000000000000")) {
            out.fact("surprise", session);
        } catch (ResourceNotFoundException e) {
            out.fact("type", e.getClass().getSimpleName());
            out.fact("message", SessionFacts.orDash(e.serviceMessage()));
            out.fact("status", "HTTP " + e.statusCode());
            out.fact("request id", SessionFacts.orDash(e.requestId()));
            out.fact("retryable", e.isRetryable() ? "yes" : "no");
        }
    }
}
