package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.document.Document;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A well-behaved WebSocket server on this machine that plays the DevTools of a browser. */
final class DevToolsServer extends WebSocketServer implements AutoCloseable {
    final Map<String, String> headers = new ConcurrentHashMap<>();
    final BlockingQueue<Integer> closeCodes = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final BiConsumer<WebSocket, Document> commands;

    private DevToolsServer(BiConsumer<WebSocket, Document> commands) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.commands = commands;
        setReuseAddr(true);
        setDaemon(true);
        setConnectionLostTimeout(0);
    }

    /** Calls this for each message, on one thread. */
    static DevToolsServer start(BiConsumer<WebSocket, Document> commands) throws InterruptedException {
        DevToolsServer server = new DevToolsServer(commands);
        server.start();
        assertThat(server.started.await(30, TimeUnit.SECONDS)).isTrue();
        return server;
    }

    /** Responds to each command with its own parameters. */
    static DevToolsServer echo() throws InterruptedException {
        return start((connection, command) ->
                connection.send(response(command, command.get("params").toString())));
    }

    static String response(Document command, String result) {
        return "{\"id\":" + command.get("id") + ",\"result\":" + result + "}";
    }

    Automation automation() {
        return automation("ws://127.0.0.1:" + getPort() + "/automation");
    }

    static Automation automation(String endpoint) {
        return new Automation(
                "01ABC",
                URI.create(endpoint),
                Map.of("Authorization", "secret-signature", "X-Amz-Date", "20260304T050607Z"),
                Instant.MAX,
                Clock.systemUTC());
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake request) {
        request.iterateHttpFields().forEachRemaining(name -> headers.put(name, request.getFieldValue(name)));
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        commands.accept(connection, new JsonReader(message.getBytes(StandardCharsets.UTF_8)).document());
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer message) {
        throw new AssertionError("binary message");
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        closeCodes.add(code);
    }

    @Override
    public void onError(WebSocket connection, Exception e) {}

    @Override
    public void close() {
        try {
            stop(1000);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while the server stops", e);
        }
    }
}
