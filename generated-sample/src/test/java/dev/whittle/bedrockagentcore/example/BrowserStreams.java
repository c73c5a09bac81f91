package dev.whittle.bedrockagentcore.example;

import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.LiveViewStream;
import dev.whittle.runtime.auth.StreamSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Opens the streams of a browser session: the one that drives the browser, and the one that shows it. */
public final class BrowserStreams {
    private final StreamSigner signer;

    /** Signs with this; its domain should be the one that the service's own endpoint is in. */
    public BrowserStreams(StreamSigner signer) {
        this.signer = signer;
    }

    /** Connects to the automation stream, which speaks the Chrome DevTools Protocol. */
    public CompletableFuture<WebSocket> automation(
            GetBrowserSessionResponse session, HttpClient http, WebSocket.Listener listener) {
        URI endpoint = URI.create(session.streams().automationStream().streamEndpoint());
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        signer.headers(endpoint).forEach(builder::header);
        return builder.buildAsync(endpoint, listener);
    }

    /** The URL that a viewer's page is given to show the browser; it can be opened for five minutes. */
    public URI liveView(GetBrowserSessionResponse session) {
        LiveViewStream stream = session.streams().liveViewStream();
        if (stream == null || stream.streamEndpoint() == null) {
            throw new IllegalStateException("session " + session.sessionId() + " cannot be watched");
        }
        return signer.presign(URI.create(stream.streamEndpoint()), Duration.ofSeconds(300));
    }
}
