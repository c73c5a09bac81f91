package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.browser.Automation;
import dev.whittle.bedrockagentcore.browser.BrowserException;
import dev.whittle.bedrockagentcore.browser.BrowserSession;
import dev.whittle.bedrockagentcore.browser.DevTools;
import dev.whittle.bedrockagentcore.browser.LiveView;
import java.time.Duration;

/** A person watches the session, takes control of it and gives it back. */
final class PersonSteps {
    private final BrowserSession session;
    private final Output out;

    PersonSteps(BrowserSession session, Output out) {
        this.session = session;
        this.out = out;
    }

    void watch() {
        LiveView view = session.liveView(Duration.ofMinutes(5));
        out.step("session.liveView: a URL at which a person can watch");
        out.fact("host", view.url().getHost());
        out.fact("expires", SessionFacts.time(view.expiresAt()));
        out.fact("URL", "not printed, because it is a secret: anyone with it can watch");
    }

    void takeControl() {
        out.step("session.takeControl and releaseControl: a person takes over and gives back");
        session.takeControl();
        try {
            Automation automation = session.automation();
            out.fact("surprise", automation);
        } catch (BrowserException e) {
            out.fact("refused", e.getMessage());
        }
        session.releaseControl();
        try (DevTools devTools = session.devTools()) {
            String product = devTools.send("Browser.getVersion").get("product").asString();
            out.fact("released", product + " responds to the program again");
        }
    }
}
