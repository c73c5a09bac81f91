package dev.whittle.bedrockagentcore.browser;

import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens the WebSocket of a {@link DevTools}. */
final class DevToolsHandshake {
    /** The JDK's own timeout comes first, because it also closes what was half open. */
    private static final long GRACE_MILLIS = 2000;

    /** One client for all connections: on Java 17, each client keeps a thread until it is garbage. */
    private static final HttpClient SHARED = HttpClient.newHttpClient();

    private DevToolsHandshake() {}

    @SuppressWarnings("FutureReturnValueIgnored") // A connection that opens too late is aborted, whenever that is.
    static WebSocket open(Automation automation, DevToolsOptions options, WebSocket.Listener listener) {
        Map<String, String> headers = automation.headers();
        HttpClient client = options.httpClient();
        WebSocket.Builder builder =
                (client == null ? SHARED : client).newWebSocketBuilder().connectTimeout(options.connectTimeout());
        headers.forEach(builder::header);
        CompletableFuture<WebSocket> opening = builder.buildAsync(automation.endpoint(), listener);
        boolean opened = false;
        try {
            WebSocket socket = opening.get(options.connectTimeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
            opened = true;
            return socket;
        } catch (ExecutionException e) {
            throw failure(e.getCause(), options);
        } catch (TimeoutException e) {
            throw timeout(options, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevToolsException(null, "connecting to the browser was interrupted", e);
        } finally {
            if (!opened) {
                opening.thenAccept(WebSocket::abort);
            }
        }
    }

    private static DevToolsException failure(@Nullable Throwable cause, DevToolsOptions options) {
        if (cause instanceof HttpTimeoutException) {
            return timeout(options, cause);
        }
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            return refused(refused.getResponse().statusCode(), cause);
        }
        return new DevToolsException(
                null,
                "could not connect to the browser: " + cause + "; check the network, the proxy and whether the session"
                        + " still runs",
                cause);
    }

    private static DevToolsException refused(int status, Throwable cause) {
        String advice = "check whether the session still runs, or connect again later";
        if (status == 401 || status == 403) {
            advice = "call automation() for new headers, which hold five minutes, and check the clock of this"
                    + " machine and the permission bedrock-agentcore:ConnectBrowserAutomationStream";
        }
        return new DevToolsException(
                null, "the browser's stream refused the connection with HTTP " + status + ": " + advice, cause);
    }

    private static DevToolsException timeout(DevToolsOptions options, Throwable cause) {
        return new DevToolsTimeoutException(
                null,
                "the connection to the browser did not open within "
                        + DevToolsTimeoutException.text(options.connectTimeout())
                        + "; check the network, the proxy and whether the session still runs",
                cause);
    }
}
