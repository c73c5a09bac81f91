package dev.whittle.bedrockagentcore.browser;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * What a WebSocket connection to the automation stream of a session needs: its address and signed headers. The stream
 * speaks the Chrome DevTools Protocol. A connection that opens before the headers expire lasts longer than they do; each
 * further one needs new headers.
 */
public final class Automation {
    private final String sessionId;
    private final URI endpoint;
    private final Map<String, String> headers;
    private final Instant expiresAt;
    private final Clock clock;

    Automation(String sessionId, URI endpoint, Map<String, String> headers, Instant expiresAt, Clock clock) {
        this.sessionId = sessionId;
        this.endpoint = endpoint;
        this.headers = Map.copyOf(headers);
        this.expiresAt = expiresAt;
        this.clock = clock;
    }

    /** The address of the stream: a {@code wss} URL, or {@code ws} on this machine. */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * The headers to open a connection with. They are secrets.
     *
     * @throws BrowserException if they have expired
     */
    public Map<String, String> headers() {
        if (!clock.instant().isBefore(expiresAt)) {
            throw new BrowserException("The headers for session " + sessionId + " expired at " + expiresAt
                    + ": call automation() again for new ones");
        }
        return headers;
    }

    /** When the headers expire, five minutes after they were signed. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** The session and when the headers expire, without the headers and the address, parts of which may be secret. */
    @Override
    public String toString() {
        return "Automation{sessionId=" + sessionId + ", expiresAt=" + expiresAt + "}";
    }
}
