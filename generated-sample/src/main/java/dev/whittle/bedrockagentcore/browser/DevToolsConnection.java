package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.JsonWriter;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection: sends commands, matches responses to them by their ids, and hands events on. Responses never
 * wait for listeners. The first failure ends the connection, and everything that waits fails with it.
 */
final class DevToolsConnection implements WebSocket.Listener {
    /** How long {@link #close} waits for the other side, and then for a running listener. */
    private static final long CLOSING_MILLIS = 1000;

    /** How long a command waits until a ping shows whether the connection still is one. */
    private static final long PROBE_SECONDS = 1;

    private static final int SMALL_BUFFER = 1 << 16;
    private static final int ALL_SENDERS = 1 << 20;
    private static final Document NOTHING = Document.map(Map.of());
    private static final Document DETACHED = Document.map(Map.of(
            "error",
            Document.map(Map.of(
                    "code",
                    Document.of(DevToolsException.SESSION_NOT_FOUND),
                    "message",
                    Document.of("the target closed, or the session was detached from it")))));

    private final int maxMessageLength;
    private final DevToolsEvents events;
    private final Map<Long, Command> commands = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    /** The JDK allows one unfinished send. Waiting for it is the backpressure: no more than a message a thread waits. */
    private final Semaphore output = new Semaphore(1, true);

    private final AtomicReference<@Nullable DevToolsException> end = new AtomicReference<>();
    private final AtomicBoolean probing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private StringBuilder received = new StringBuilder();

    DevToolsConnection(int maxMessageLength) {
        this.maxMessageLength = maxMessageLength;
        this.events = new DevToolsEvents(maxMessageLength);
    }

    boolean isOpen() {
        return end.get() == null;
    }

    DevTools.Subscription on(@Nullable String sessionId, String event, Consumer<? super Document> listener) {
        DevTools.Subscription subscription = events.on(sessionId, event, listener);
        if (subscription == null) {
            throw ended("listening for " + event);
        }
        return subscription;
    }

    /** Sends a command and waits for its result. */
    Document send(
            WebSocket socket,
            @Nullable String sessionId,
            String method,
            Map<String, Document> params,
            Duration timeout) {
        Command command = new Command(ids.incrementAndGet(), sessionId, method, timeout);
        try {
            transmit(socket, command, params);
            return result(command, command.response.get(command.nanosLeft(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw command.timeout();
        } catch (InterruptedException e) {
            throw command.interrupted(e);
        } catch (ExecutionException e) {
            throw new DevToolsException(method, method + " failed", e.getCause());
        } finally {
            commands.remove(command.id);
        }
    }

    /** Sends a command. Its future is completed on the common pool, so that what depends on it never stops the reading. */
    @SuppressWarnings("FutureReturnValueIgnored") // The future that is returned has the outcome.
    CompletableFuture<Document> sendAsync(
            WebSocket socket,
            @Nullable String sessionId,
            String method,
            Map<String, Document> params,
            Duration timeout) {
        Command command = new Command(ids.incrementAndGet(), sessionId, method, timeout);
        // Not the stage itself, which would wrap the exception in a CompletionException.
        CompletableFuture<Document> future = new CompletableFuture<>();
        try {
            transmit(socket, command, params);
            command.response
                    .orTimeout(Math.max(command.nanosLeft(), 0), TimeUnit.NANOSECONDS)
                    .whenCompleteAsync((response, timedOut) -> {
                        commands.remove(command.id);
                        try {
                            if (timedOut != null) {
                                throw command.timeout();
                            }
                            future.complete(result(command, response));
                        } catch (Throwable e) {
                            future.completeExceptionally(e);
                        }
                    });
        } catch (DevToolsException e) {
            future.completeExceptionally(e);
        } catch (InterruptedException e) {
            future.completeExceptionally(command.interrupted(e));
        }
        return future;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The stage before it handles failures.
    private void transmit(WebSocket socket, Command command, Map<String, Document> params) throws InterruptedException {
        String message = command.message(params);
        if (!output.tryAcquire(command.nanosLeft(), TimeUnit.NANOSECONDS)) {
            throw new DevToolsTimeoutException(
                    command.method,
                    command.method + " was not sent within " + DevToolsTimeoutException.text(command.timeout)
                            + ": the other side does not read, or is slower than the commands before",
                    null);
        }
        commands.put(command.id, command);
        if (!isOpen()) {
            commands.remove(command.id);
            output.release();
            throw ended(command.method);
        }
        socket.sendText(message, true).whenComplete((sent, failure) -> {
            output.release();
            if (failure != null) {
                end(socket, "sending failed", failure);
            }
        });
        probeLater(socket);
    }

    /**
     * The JDK loses the end of a TCP connection that comes while it hands over a message. So that a command does not wait
     * for its timeout then, pings are sent as long as commands are in flight: one that cannot be written is a proof.
     */
    private void probeLater(WebSocket socket) {
        if (probing.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(PROBE_SECONDS, TimeUnit.SECONDS).execute(() -> probe(socket));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The stage before it handles failures.
    private void probe(WebSocket socket) {
        probing.set(false);
        if (!isOpen() || commands.isEmpty()) {
            return;
        }
        socket.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, failure) -> {
            // An IllegalStateException says that the ping before is not written yet, which proves nothing.
            if (failure instanceof IOException) {
                end(socket, "it broke", failure);
            }
        });
        probeLater(socket);
    }

    private Document result(Command command, Document response) {
        if (response.isNull()) {
            throw ended(command.method);
        }
        Document error = response.get("error");
        if (error.isMap()) {
            throw DevToolsException.ofError(command.method, error);
        }
        Document result = response.get("result");
        if (!result.isMap()) {
            throw new DevToolsException(
                    command.method, command.method + " failed: the response has neither a result nor an error", null);
        }
        return result;
    }

    private DevToolsException ended(String what) {
        DevToolsException reason = end.get();
        return new DevToolsException(
                what,
                what + " failed: the connection to the browser ended: "
                        + (reason == null ? "unknown" : reason.getMessage())
                        + "; connect again with new headers from automation()",
                reason);
    }

    /** Ends the connection for this reason, unless it ended before. What is in flight fails. */
    private void end(WebSocket socket, String reason, @Nullable Throwable cause) {
        if (markEnded(reason, cause)) {
            socket.abort();
        }
    }

    private boolean markEnded(String reason, @Nullable Throwable cause) {
        if (!end.compareAndSet(null, new DevToolsException(null, reason, cause))) {
            return false;
        }
        events.end();
        for (Command command : commands.values()) {
            command.response.complete(Document.NULL);
        }
        output.release(ALL_SENDERS);
        return true;
    }

    /** Closes with a closing handshake, or without one if the other side takes no part in it. */
    @SuppressWarnings("FutureReturnValueIgnored") // If it fails, aborting remains.
    void close(WebSocket socket) {
        try {
            boolean wasOpen = markEnded("this program closed it", null);
            events.drop();
            if (wasOpen) {
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
                closed.await(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
            }
            events.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (isOpen()) {
            if (data.length() > maxMessageLength - received.length()) {
                end(
                        socket,
                        "the browser sent a message of more than " + maxMessageLength
                                + " characters; DevToolsOptions.maxMessageLength sets the limit",
                        null);
                return null;
            }
            received.append(data);
            if (last) {
                String message = received.toString();
                received.setLength(0);
                if (received.capacity() > SMALL_BUFFER) {
                    received = new StringBuilder();
                }
                receive(socket, message);
            }
        }
        socket.request(1);
        return null;
    }

    private void receive(WebSocket socket, String text) {
        JsonReader in = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
        try {
            dispatch(socket, in.document(), text.length());
        } catch (MalformedResponseException | IllegalStateException | ArithmeticException e) {
            end(socket, "the browser sent what is not a DevTools message: " + e.getMessage(), null);
        } finally {
            in.close();
        }
    }

    private void dispatch(WebSocket socket, Document message, int length) {
        Document id = message.get("id");
        if (!id.isNull()) {
            Command command = commands.remove(id.asLong());
            if (command != null) {
                command.response.complete(message);
            }
            return;
        }
        String event = message.get("method").asString();
        Document params = message.get("params");
        if (event.equals("Target.detachedFromTarget")) {
            detached(params.get("sessionId").asString());
        }
        Document session = message.get("sessionId");
        if (!events.offer(
                session.isNull() ? null : session.asString(), event, params.isNull() ? NOTHING : params, length)) {
            end(
                    socket,
                    "listeners are too slow: events of more than " + maxMessageLength
                            + " characters wait; listen for fewer events, or do less in listeners",
                    null);
        }
    }

    private void detached(String sessionId) {
        events.forget(sessionId);
        for (Command command : commands.values()) {
            if (sessionId.equals(command.sessionId)) {
                command.response.complete(DETACHED);
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        end(socket, "the browser sent a binary message, which the DevTools protocol does not have", null);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.countDown();
        markEnded(
                "the other side closed it with code " + code
                        + (reason.isEmpty() ? "" : ": " + DevToolsException.readable(reason)),
                null);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.countDown();
        end(socket, "it failed: " + error, error);
    }

    /** A command in flight. Its response is a whole message, or {@link Document#NULL} once the connection has ended. */
    private static final class Command {
        final long id;
        final @Nullable String sessionId;
        final String method;
        final Duration timeout;
        final CompletableFuture<Document> response = new CompletableFuture<>();
        private final long deadline;

        Command(long id, @Nullable String sessionId, String method, Duration timeout) {
            this.id = id;
            this.sessionId = sessionId;
            this.method = method;
            this.timeout = timeout;
            this.deadline = System.nanoTime() + timeout.toNanos();
        }

        long nanosLeft() {
            return deadline - System.nanoTime();
        }

        String message(Map<String, Document> params) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            JsonWriter out = new JsonWriter(bytes);
            out.startObject();
            out.property("id", id);
            out.property("sessionId", sessionId);
            out.property("method", method);
            out.property("params", Document.map(params));
            out.endObject();
            out.close();
            return bytes.toString(StandardCharsets.UTF_8);
        }

        DevToolsException timeout() {
            return new DevToolsTimeoutException(
                    method,
                    method + " had no response within " + DevToolsTimeoutException.text(timeout)
                            + (sessionId == null
                                    ? ""
                                    : "; if a JavaScript dialog blocks the page, close it with Screen"),
                    null);
        }

        DevToolsException interrupted(InterruptedException cause) {
            Thread.currentThread().interrupt();
            return new DevToolsException(method, method + " was interrupted before its response", cause);
        }
    }
}
