package dev.whittle.bedrockagentcore.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/**
 * A {@link LoopbackService} that is newer than the client and has a browser: a {@link DemoBrowser}, which all sessions
 * share, behind a WebSocket server on a free port of the loopback interface.
 */
final class PlayedService implements AutoCloseable {
    private final DevToolsStreams streams;
    private final LoopbackService service;

    private PlayedService(DevToolsStreams streams, LoopbackService service) {
        this.streams = streams;
        this.service = service;
    }

    static PlayedService start() throws IOException {
        DevToolsStreams streams = new DevToolsStreams();
        streams.awaitStart();
        Sessions sessions = new Sessions(streams);
        sessions.onAction(streams.browser::perform);
        return new PlayedService(streams, LoopbackService.start(sessions));
    }

    /** Where the service listens. */
    URI endpoint() {
        return service.endpoint();
    }

    /** The sessions of the service. */
    Sessions sessions() {
        return service.sessions();
    }

    @Override
    public void close() {
        service.close();
        try {
            streams.stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The streams of all sessions. Automation streams take connections that are signed for the service. */
    private static final class DevToolsStreams extends WebSocketServer implements Streams {
        private final CountDownLatch started = new CountDownLatch(1);
        private final DemoBrowser browser = new DemoBrowser(this::broadcast);

        DevToolsStreams() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setReuseAddr(true);
            setDaemon(true);
            // Otherwise a thread looks for connections that are lost.
            setConnectionLostTimeout(0);
        }

        void awaitStart() throws IOException {
            start();
            try {
                if (!started.await(30, TimeUnit.SECONDS)) {
                    throw new IOException("the streams did not start within 30 seconds");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the streams started", e);
            }
        }

        @Override
        public String automation(String sessionId) {
            return "ws://" + address(sessionId) + "/automation";
        }

        @Override
        public String liveView(String sessionId) {
            return "http://" + address(sessionId) + "/live-view";
        }

        private String address(String sessionId) {
            return "127.0.0.1:" + getPort() + Streams.path(sessionId);
        }

        @Override
        public String automationStatus() {
            return "CONNECTING";
        }

        @Override
        public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
                WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
            if (!LoopbackService.isSigned(request.getFieldValue("Authorization"))) {
                throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "not signed for bedrock-agentcore");
            }
            return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            connection.send(browser.respond(message));
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake request) {}

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket connection, Exception e) {}
    }
}
