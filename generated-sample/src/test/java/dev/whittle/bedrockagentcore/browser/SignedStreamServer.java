package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** Echoes messages of connections whose Authorization header is the expected one. */
final class SignedStreamServer extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);
    private final Function<URI, String> expected;
    private volatile Map<String, String> headers = Map.of();

    /** @param expected makes the Authorization header for a URL */
    SignedStreamServer(Function<URI, String> expected) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.expected = expected;
        setReuseAddr(true);
        setDaemon(true);
    }

    void awaitStart() throws InterruptedException {
        start();
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The headers of the last handshake. */
    Map<String, String> headers() {
        return headers;
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
        Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.iterateHttpFields().forEachRemaining(name -> received.put(name, request.getFieldValue(name)));
        headers = received;
        URI url = URI.create("http://127.0.0.1:" + getPort() + request.getResourceDescriptor());
        if (!request.getFieldValue("Authorization").equals(expected.apply(url))) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "not signed");
        }
        return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        connection.send("echo " + message);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake request) {}

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception e) {}
}
