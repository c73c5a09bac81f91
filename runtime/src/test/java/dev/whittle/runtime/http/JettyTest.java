package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Jetty as the server. */
class JettyTest extends PeerContract {
    /** Also how long a transfer may make no progress, which is long enough for a busy machine. */
    private static final long IDLE_MILLIS = 3000;

    private static Server server;
    private static ServerConnector plain;
    private static ServerConnector secure;

    @BeforeAll
    static void start() throws Exception {
        server = new Server();
        HttpConnectionFactory http = new HttpConnectionFactory(new HttpConfiguration());
        plain = new ServerConnector(server, http);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(TlsServer.context(keys));
        secure = new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), http);
        for (ServerConnector each : new ServerConnector[] {plain, secure}) {
            each.setHost("127.0.0.1");
            each.setIdleTimeout(IDLE_MILLIS);
            server.addConnector(each);
        }
        server.setHandler(new Files());
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @Override
    long idleMillis() {
        return IDLE_MILLIS;
    }

    @Override
    String authority(String scheme) {
        return "127.0.0.1:" + (scheme.equals("https") ? secure : plain).getLocalPort();
    }

    /** Files in memory. */
    private static final class Files extends Handler.Abstract {
        private static final String TAG = "\"a\"";

        private final Map<String, byte[]> files = new ConcurrentHashMap<>();
        private final AtomicInteger requests = new AtomicInteger();

        Files() {
            files.put("/small", "hello".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            if (requests.incrementAndGet() % 7 == 0) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            String path = Request.getPathInContext(request);
            switch (request.getMethod()) {
                case "PUT" -> {
                    files.put(path, read(request));
                    response.setStatus(201);
                    callback.succeeded();
                }
                case "POST" -> {
                    read(request);
                    response.write(true, ByteBuffer.wrap("posted".getBytes(StandardCharsets.US_ASCII)), callback);
                }
                default -> get(files.get(path), request, response, callback);
            }
            return true;
        }

        private static byte[] read(Request request) throws IOException {
            try (InputStream body = Content.Source.asInputStream(request)) {
                return body.readAllBytes();
            }
        }

        private static void get(byte[] bytes, Request request, Response response, Callback callback) {
            if (bytes == null) {
                response.setStatus(404);
                callback.succeeded();
                return;
            }
            response.getHeaders().put(HttpHeader.ETAG, TAG);
            if (TAG.equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
                response.setStatus(304);
                callback.succeeded();
                return;
            }
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
            if (request.getMethod().equals("HEAD")) {
                callback.succeeded();
            } else {
                response.write(true, ByteBuffer.wrap(bytes), callback);
            }
        }
    }
}
