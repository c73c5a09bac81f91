package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.BrowserSessionStream;
import dev.whittle.bedrockagentcore.model.BrowserSessionSummary;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ProxyConfiguration;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.StopBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ViewPort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The life of one browser session, call by call. */
final class Walkthrough {
    private static final String BROWSER = "aws.browser.v1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final BedrockAgentCoreClient client;
    private final Page page;

    Walkthrough(BedrockAgentCoreClient client, Page page) {
        this.client = client;
        this.page = page;
    }

    void run() {
        String session = start();
        try {
            get(session);
            list();
        } finally {
            stop(session);
        }
        getOnceStopped(session);
        getWhatIsNotThere();
    }

    private String start() {
        StartBrowserSessionResponse started = client.startBrowserSession(r -> r.browserIdentifier(BROWSER)
                .name("whittle-demo")
                .sessionTimeoutSeconds(300)
                .viewPort(v -> v.width(1280).height(720)));
        page.step("startBrowserSession: a browser that ends by itself after five minutes");
        page.fact("session", started.sessionId());
        page.fact("started", time(started.createdAt()));
        return started.sessionId();
    }

    private void get(String sessionId) {
        GetBrowserSessionResponse session =
                client.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(sessionId));
        page.step("getBrowserSession: all there is to know of it");
        page.fact("name", orDash(session.name()));
        page.fact("status", orDash(session.status()));
        page.fact("ends after", session.sessionTimeoutSeconds() + " s");
        ViewPort viewPort = session.viewPort();
        page.fact("view port", viewPort == null ? "-" : viewPort.width() + " x " + viewPort.height());
        ProxyConfiguration proxies = session.proxyConfiguration();
        if (proxies != null) {
            proxies.proxies().forEach(proxy -> page.fact("proxy", describe(proxy)));
        }
        BrowserSessionStream streams = session.streams();
        if (streams != null) {
            page.fact("automation", describe(streams.automationStream().streamStatus()));
            page.fact("", streams.automationStream().streamEndpoint());
        }
    }

    private static String describe(Proxy proxy) {
        if (proxy instanceof Proxy.ExternalProxyMember member) {
            return member.externalProxy().server() + ":"
                    + member.externalProxy().port();
        }
        if (proxy instanceof Proxy.Unknown unknown) {
            return unknown.tag() + " " + unknown.value()
                    + " (a member that this client does not know, kept as it came)";
        }
        return proxy.toString();
    }

    private static String describe(AutomationStreamStatus status) {
        return switch (status.value()) {
            case AutomationStreamStatus.Value.ENABLED -> "ENABLED, a program can drive the browser";
            case AutomationStreamStatus.Value.DISABLED -> "DISABLED, a person has taken over";
            default -> status + " (a value that this client does not know, kept as it came)";
        };
    }

    private void list() {
        page.step("listBrowserSessions: the latest, whatever their status");
        for (BrowserSessionSummary summary : client.listBrowserSessions(
                        r -> r.browserIdentifier(BROWSER).maxResults(5))
                .items()) {
            page.fact(
                    summary.status().value(),
                    String.format(
                            "%-28s %-16s %s", summary.sessionId(), orDash(summary.name()), time(summary.createdAt())));
        }
    }

    private void stop(String sessionId) {
        StopBrowserSessionResponse stopped =
                client.stopBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(sessionId));
        page.step("stopBrowserSession");
        page.fact("stopped", time(stopped.lastUpdatedAt()));
    }

    private void getOnceStopped(String sessionId) {
        GetBrowserSessionResponse session =
                client.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId(sessionId));
        page.fact("status", orDash(session.status()));
    }

    private void getWhatIsNotThere() {
        page.step("getBrowserSession of one that never was: an exception of its own type");
        try {
            client.getBrowserSession(r -> r.browserIdentifier(BROWSER).sessionId("00000000000000000000000000"));
            page.fact("surprise", "the session exists");
        } catch (ResourceNotFoundException e) {
            page.fact("type", e.getClass().getSimpleName());
            page.fact("message", orDash(e.serviceMessage()));
            page.fact("status", "HTTP " + e.statusCode());
            page.fact("request id", orDash(e.requestId()));
            page.fact("retryable", e.isRetryable() ? "yes" : "no");
        }
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
