package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.document.Document;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A target that {@link DevTools} is attached to, such as a page: its commands and events only. */
public final class Target {
    private final DevToolsConnection connection;
    private final WebSocket socket;
    private final Duration timeout;
    private final String id;
    private final @Nullable String sessionId;

    /** A null session is that of the browser. */
    Target(DevToolsConnection connection, WebSocket socket, Duration timeout, String id, @Nullable String sessionId) {
        this.connection = connection;
        this.socket = socket;
        this.timeout = timeout;
        this.id = id;
        this.sessionId = sessionId;
    }

    Target session(String targetId, String session) {
        return new Target(connection, socket, timeout, targetId, session);
    }

    /** The target's id, which other commands refer to it by. */
    public String id() {
        return id;
    }

    /**
     * Sends a command without parameters to the target and waits for its result.
     *
     * @param method such as {@code Network.enable}
     * @return the result: a map, empty if the command returns nothing
     * @throws DevToolsTimeoutException if there is no response within the command timeout
     * @throws DevToolsException if the browser reports an error, the target closes or the connection ends
     */
    public Document send(String method) {
        return send(method, Map.of());
    }

    /**
     * Sends a command to the target and waits for its result.
     *
     * @throws DevToolsException as {@link #send(String)} does
     */
    public Document send(String method, Map<String, Document> params) {
        return send(method, params, timeout);
    }

    Document send(String method, Map<String, Document> params, Duration limit) {
        return connection.send(socket, sessionId, Objects.requireNonNull(method, "method"), params, limit);
    }

    /** Sends a command to the target, as {@link DevTools#sendAsync} does. */
    public CompletableFuture<Document> sendAsync(String method, Map<String, Document> params) {
        return connection.sendAsync(socket, sessionId, Objects.requireNonNull(method, "method"), params, timeout);
    }

    /**
     * Listens for an event of the target, as {@link DevTools#on} does. Most events come only after a command such as
     * {@code Network.enable}.
     *
     * @throws DevToolsException if the connection has ended
     */
    public DevTools.Subscription on(String event, Consumer<? super Document> listener) {
        return connection.on(sessionId, event, listener);
    }

    Duration timeout() {
        return timeout;
    }

    boolean isOpen() {
        return connection.isOpen();
    }

    void closeConnection() {
        connection.close(socket);
    }

    /** Ends the session; the target stays. */
    void detach() {
        if (sessionId != null) {
            leave("Target.detachFromTarget", "sessionId", sessionId);
        }
    }

    /** Closes the target. */
    void close() {
        leave("Target.closeTarget", "targetId", id);
    }

    /** An interrupt that came before does not prevent this. */
    private void leave(String method, String member, String value) {
        boolean interrupted = Thread.interrupted();
        try {
            if (connection.isOpen()) {
                connection.send(socket, null, method, Map.of(member, Document.of(value)), timeout);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A member of a result that the protocol promises. */
    static String string(Document result, String member, String method) {
        Document value = result.isMap() ? result.get(member) : Document.NULL;
        if (!value.isString()) {
            throw new DevToolsException(method, method + " failed: the result has no string '" + member + "'", null);
        }
        return value.asString();
    }

    /** The id of the target. */
    @Override
    public String toString() {
        return "Target{id=" + id + "}";
    }
}
