package dev.whittle.bedrockagentcore.chromium;

import dev.whittle.runtime.document.Document;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One session with its browser, which runs until the session is closed, and what the service tells of it. */
final class HostedSession implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final List<String> KEPT =
            List.of("name", "sessionTimeoutSeconds", "extensions", "profileConfiguration", "proxyConfiguration");

    private final String browser;
    private final String id;
    private final Instant createdAt = now();
    private final Document input;
    private final Chromium chromium;
    private final Operator operator;
    private final Relay.Stream stream;
    private Instant lastUpdatedAt = createdAt;
    private boolean isOver;

    private HostedSession(
            String browser, String id, Document input, Chromium chromium, Operator operator, Relay.Stream stream) {
        this.browser = browser;
        this.id = id;
        this.input = input;
        this.chromium = chromium;
        this.operator = operator;
        this.stream = stream;
    }

    /** Starts a browser with the view port of the input, and opens its streams. */
    static HostedSession start(String browser, String id, Document input, Relay relay) throws IOException {
        Document viewPort = input.get("viewPort").isNull() ? Json.object() : input.get("viewPort");
        int width = Json.integer(viewPort, "width", WIDTH);
        int height = Json.integer(viewPort, "height", HEIGHT);
        Chromium chromium = Chromium.start(width, height);
        try {
            Operator operator = Operator.connect(chromium.devTools(), width, height);
            Relay.Stream stream = relay.open("/browser-streams/" + browser + "/sessions/" + id, chromium.devTools());
            Map<String, Document> kept = new LinkedHashMap<>(input.asMap());
            kept.keySet().retainAll(KEPT);
            kept.put("viewPort", Json.object("width", width, "height", height));
            return new HostedSession(browser, id, Document.map(kept), chromium, operator, stream);
        } catch (IOException | RuntimeException | Error e) {
            chromium.close();
            throw e;
        }
    }

    /** Ends the browser; the session is kept as one that is over. */
    @Override
    public synchronized void close() {
        if (!isOver) {
            isOver = true;
            lastUpdatedAt = now();
            stream.close();
            operator.close();
            chromium.close();
        }
    }

    String browser() {
        return browser;
    }

    String id() {
        return id;
    }

    /** How the service names the state of the session. */
    synchronized String status() {
        return isOver ? "TERMINATED" : "READY";
    }

    /** Lets programs in or not. */
    synchronized void enableAutomation(boolean on) {
        stream.enable(on);
        lastUpdatedAt = now();
    }

    Document perform(Document action) {
        return operator.perform(action);
    }

    /** What names the session, and when it was last changed under the given name. */
    synchronized Document changed(String member) {
        return Json.object("browserIdentifier", browser, "sessionId", id, member, lastUpdatedAt);
    }

    /** The session as one of a list. */
    synchronized Document summary() {
        Map<String, Document> members =
                new LinkedHashMap<>(changed("lastUpdatedAt").asMap());
        members.put("createdAt", Document.of(createdAt.toString()));
        members.put("status", Document.of(status()));
        if (!input.get("name").isNull()) {
            members.put("name", input.get("name"));
        }
        return Document.map(members);
    }

    /** All of the session. */
    synchronized Document description() {
        Map<String, Document> members = new LinkedHashMap<>(summary().asMap());
        members.putAll(input.asMap());
        if (!isOver) {
            members.put("streams", streams());
        }
        return Document.map(members);
    }

    /** Where the browser can be reached. */
    Document streams() {
        return Json.object(
                "automationStream",
                Json.object(
                        "streamEndpoint",
                        stream.automation(),
                        "streamStatus",
                        stream.isEnabled() ? "ENABLED" : "DISABLED"),
                "liveViewStream",
                Json.object("streamEndpoint", stream.liveView()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
