package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.model.AutomationStream;
import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.BrowserSessionStream;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.LiveViewStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs access to the streams of a session, after it has checked that the service reports streams that can be used. */
final class SessionStreams {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private SessionStreams() {}

    static Automation automation(Browser browser, GetBrowserSessionResponse session) {
        String id = session.sessionId();
        AutomationStream stream = streams(session).automationStream();
        if (AutomationStreamStatus.DISABLED.equals(stream.streamStatus())) {
            throw new BrowserException("a person has control of session " + id
                    + " (its automation stream is DISABLED): call releaseControl() first");
        }
        URI endpoint = endpoint("automation", id, stream.streamEndpoint());
        String scheme = endpoint.getScheme();
        if (!"wss".equalsIgnoreCase(scheme) && !"ws".equalsIgnoreCase(scheme)) {
            throw unusable("automation", id, "its URL has the scheme '" + scheme + "', expected wss");
        }
        Instant signedAt = browser.clock().instant();
        Map<String, String> headers;
        try {
            headers = browser.signer().headers(endpoint);
        } catch (IllegalArgumentException e) {
            throw refused("automation", id, e);
        }
        return new Automation(id, endpoint, headers, signedAt.plus(LONGEST), browser.clock());
    }

    static LiveView liveView(BrowserSession session, Browser browser, Duration validFor) {
        if (validFor.toSeconds() < 1 || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("validFor must be 1 to 300 seconds, but is " + validFor);
        }
        LiveViewStream stream = streams(session.describe()).liveViewStream();
        String id = session.sessionId();
        URI endpoint = endpoint("live view", id, stream == null ? null : stream.streamEndpoint());
        Instant signedAt = browser.clock().instant();
        URI url;
        try {
            url = browser.signer().presign(endpoint, validFor);
        } catch (IllegalArgumentException e) {
            throw refused("live view", id, e);
        }
        return new LiveView(session, validFor, url, signedAt.plusSeconds(validFor.toSeconds()));
    }

    private static BrowserSessionStream streams(GetBrowserSessionResponse session) {
        if (BrowserSessionStatus.TERMINATED.equals(session.status())) {
            throw new SessionEndedException(session.sessionId());
        }
        BrowserSessionStream streams = session.streams();
        if (streams == null) {
            throw new BrowserException("the service reports no streams of session " + session.sessionId()
                    + ": look at describe(), or start a new session");
        }
        return streams;
    }

    /** The URL is not quoted in errors, because parts of it may be secret. */
    private static URI endpoint(String stream, String id, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw unusable(stream, id, "the service reports no URL for it");
        }
        URI endpoint;
        try {
            endpoint = new URI(text);
        } catch (URISyntaxException e) {
            throw unusable(stream, id, "its URL is malformed: " + e.getReason() + " at index " + e.getIndex());
        }
        if (endpoint.getScheme() == null || endpoint.getHost() == null) {
            throw unusable(stream, id, "its URL has no scheme or no host");
        }
        return endpoint;
    }

    private static BrowserException unusable(String stream, String id, String problem) {
        return new BrowserException("the " + stream + " stream of session " + id + " cannot be used: " + problem);
    }

    private static BrowserException refused(String stream, String id, IllegalArgumentException e) {
        return new BrowserException(
                "the " + stream + " stream of session " + id + " cannot be used: " + e.getMessage()
                        + ". If the service is at a VPC endpoint, set the domain of its streams with"
                        + " Browser.streamDomain(...)",
                e);
    }
}
