package dev.whittle.bedrockagentcore.chromium;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The streams of browser sessions, on a free port of the loopback interface. It reads the head of a request and checks
 * its signature. For an automation stream it then connects to the browser and passes on bytes both ways, so that the
 * two speak WebSocket with each other; a live view is a page of its own. What is refused never reaches a browser.
 */
final class Relay implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5000;
    private static final int HEAD_MILLIS = 10_000;
    private static final String LIVE_VIEW =
            "<!DOCTYPE html><html lang=\"en\"><title>Live view</title><h1>Live view</h1></html>";

    private final ServerSocket server;
    private final Signatures signatures;
    private final Map<String, Stream> streams = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });

    private Relay(ServerSocket server, Signatures signatures) {
        this.server = server;
        this.signatures = signatures;
    }

    static Relay start(Signatures signatures) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), signatures);
        relay.threads.execute(relay::accept);
        return relay;
    }

    /** Opens the streams of a browser below a path, until the result is closed. */
    Stream open(String path, URI devTools) {
        Stream stream = new Stream(path, devTools);
        streams.put(path, stream);
        return stream;
    }

    @Override
    public void close() throws IOException {
        server.close();
        streams.values().forEach(Stream::close);
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // Closed, or the client has already gone.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(HEAD_MILLIS);
            InputStream in = new BufferedInputStream(client.getInputStream());
            respond(Request.read(in), client, in);
        } catch (IOException e) {
            // The client has gone, or it does not speak HTTP.
        }
    }

    private void respond(Request request, Socket client, InputStream in) throws IOException {
        String path = request.path();
        Stream stream = streams.get(path.substring(0, path.lastIndexOf('/')));
        try {
            if (stream != null && path.endsWith(Stream.AUTOMATION)) {
                signatures.checkHeaders(request);
                stream.relay(request, client, in);
            } else if (stream != null && path.endsWith(Stream.LIVE_VIEW)) {
                signatures.checkQuery(request);
                respond(client, "200 OK", "text/html", LIVE_VIEW);
            } else {
                respond(client, "404 Not Found", "text/plain", "there is no such stream");
            }
        } catch (SignatureException e) {
            respond(client, "403 Forbidden", "text/plain", String.valueOf(e.getMessage()));
        }
    }

    private static void respond(Socket client, String status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "; charset=utf-8\r\nContent-Length: "
                + bytes.length + "\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().write(bytes);
    }

    /** The streams of one browser. */
    final class Stream implements AutoCloseable {
        private static final String AUTOMATION = "/automation";
        private static final String LIVE_VIEW = "/live-view";

        private final String path;
        private final URI devTools;
        private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
        private volatile boolean enabled = true;

        private Stream(String path, URI devTools) {
            this.path = path;
            this.devTools = devTools;
        }

        URI automation() {
            return address("ws", AUTOMATION);
        }

        URI liveView() {
            return address("http", LIVE_VIEW);
        }

        private URI address(String scheme, String name) {
            return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + path + name);
        }

        boolean isEnabled() {
            return enabled;
        }

        /** Lets in automation, or refuses it and ends its connections. */
        void enable(boolean on) {
            enabled = on;
            if (!on) {
                clients.forEach(Relay::closeQuietly);
            }
        }

        @Override
        public void close() {
            streams.remove(path);
            enable(false);
        }

        private void relay(Request request, Socket client, InputStream in) throws IOException {
            clients.add(client);
            try (Socket browser = new Socket()) {
                if (!enabled) {
                    respond(client, "403 Forbidden", "text/plain", "the automation stream is disabled");
                    return;
                }
                browser.setTcpNoDelay(true);
                browser.connect(new InetSocketAddress(devTools.getHost(), devTools.getPort()), CONNECT_MILLIS);
                browser.getOutputStream().write(handshake(request));
                client.setSoTimeout(0);
                threads.execute(() -> forward(in, browser));
                browser.getInputStream().transferTo(client.getOutputStream());
            } finally {
                clients.remove(client);
            }
        }

        /** The request to the browser, with the headers that belong to WebSocket only. */
        private byte[] handshake(Request request) {
            StringBuilder head = new StringBuilder("GET " + devTools.getRawPath() + " HTTP/1.1\r\n");
            head.append("Host: ").append(devTools.getRawAuthority()).append("\r\n");
            request.headers().forEach((name, value) -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (lower.startsWith("sec-websocket-") || lower.equals("upgrade") || lower.equals("connection")) {
                    head.append(name).append(": ").append(value).append("\r\n");
                }
            });
            return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Passes on what the client sends. The browser then ends its side, or all at once if the client has gone. */
    private static void forward(InputStream client, Socket browser) {
        try {
            client.transferTo(browser.getOutputStream());
            browser.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(browser);
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed all the same.
        }
    }
}
