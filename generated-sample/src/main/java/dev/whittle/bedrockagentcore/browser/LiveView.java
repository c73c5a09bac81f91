package dev.whittle.bedrockagentcore.browser;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A signed URL at which a person can watch a session, for as long as it is valid. A connection that opens before the URL
 * expires lasts longer than the URL does.
 */
public final class LiveView {
    private final BrowserSession session;
    private final Duration validFor;
    private final URI url;
    private final Instant expiresAt;

    LiveView(BrowserSession session, Duration validFor, URI url, Instant expiresAt) {
        this.session = session;
        this.validFor = validFor;
        this.url = url;
        this.expiresAt = expiresAt;
    }

    /** The URL, also after it has expired. It is a secret: anyone with it can watch the session. */
    public URI url() {
        return url;
    }

    /** When the URL expires. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /**
     * A new URL, valid from now on for as long as this one was from the start.
     *
     * @throws BrowserException as {@link BrowserSession#liveView} does
     */
    public LiveView renew() {
        return session.liveView(validFor);
    }

    /** The session and when the URL expires, without the URL. */
    @Override
    public String toString() {
        return "LiveView{sessionId=" + session.sessionId() + ", expiresAt=" + expiresAt + "}";
    }
}
