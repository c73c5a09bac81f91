package dev.whittle.bedrockagentcore.chromium;

import dev.whittle.runtime.document.Document;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/** The service's own connection to a browser, which speaks the DevTools protocol. */
final class Wire implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 20;

    private final Map<Integer, CompletableFuture<Document>> pending = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final BiConsumer<String, Document> events;
    private final Socket socket;

    private Wire(URI address, BiConsumer<String, Document> events) {
        this.events = events;
        this.socket = new Socket(address);
    }

    /**
     * Connects.
     *
     * @param events takes each event's method and the whole message, in order; it must not wait for a response
     */
    static Wire open(URI address, BiConsumer<String, Document> events) throws IOException {
        Wire wire = new Wire(address, events);
        try {
            if (!wire.socket.connectBlocking(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the browser at " + address + " does not accept a DevTools connection");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return wire;
    }

    /** Sends a command to a target, or to the browser itself where the session is null. */
    CompletableFuture<Document> send(@Nullable String session, String method, Object... namesAndValues) {
        int id = ids.incrementAndGet();
        CompletableFuture<Document> response = new CompletableFuture<>();
        pending.put(id, response);
        Document params = Json.object(namesAndValues);
        Document message = session == null
                ? Json.object("id", id, "method", method, "params", params)
                : Json.object("id", id, "method", method, "params", params, "sessionId", session);
        try {
            socket.send(message.toString());
        } catch (RuntimeException e) {
            pending.remove(id);
            response.completeExceptionally(new IOException("the browser is gone", e));
        }
        return response;
    }

    /** Sends a command and waits for its result. */
    Document call(@Nullable String session, String method, Object... namesAndValues) throws IOException {
        return await(send(session, method, namesAndValues), method);
    }

    static <T> T await(CompletableFuture<T> response, String method) throws IOException {
        try {
            return response.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(method + " failed: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(method + " had no response within " + TIMEOUT_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void received(Document message) {
        if (message.get("id").isNull()) {
            events.accept(message.get("method").asString(), message);
            return;
        }
        CompletableFuture<Document> response = pending.remove(message.get("id").asInt());
        if (response == null) {
            return;
        }
        Document error = message.get("error");
        if (error.isNull()) {
            response.complete(message.get("result"));
        } else {
            response.completeExceptionally(new IOException(error.get("message").asString()));
        }
    }

    private final class Socket extends WebSocketClient {
        Socket(URI address) {
            super(address);
            setConnectionLostTimeout(0);
            setDaemon(true);
        }

        @Override
        public void onMessage(String message) {
            received(Json.read(message));
        }

        @Override
        public void onClose(int code, @Nullable String reason, boolean remote) {
            pending.values()
                    .forEach(response -> response.completeExceptionally(new IOException("the browser is gone")));
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onError(Exception e) {}
    }
}
