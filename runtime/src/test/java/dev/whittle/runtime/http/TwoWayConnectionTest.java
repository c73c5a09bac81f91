package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the connections of two-way streams are opened: TLS, tunnels, and beside those of other requests. */
@Timeout(60)
class TwoWayConnectionTest {
    private static KeyStore keys;

    @BeforeAll
    static void makeACertificate() throws Exception {
        keys = TlsServer.keys("server", "-ext", "SAN=ip:127.0.0.1,dns:service.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http/1.1"})
    void aServerWithoutHttp2IsRefused(String protocol) throws Exception {
        SSLContext context = TlsServer.context(keys);
        ServerSocketFactory sockets = context.getServerSocketFactory();
        if (!protocol.isEmpty()) {
            sockets = new ServerSocketFactory() {
                @Override
                public java.net.ServerSocket createServerSocket(int port) throws IOException {
                    throw new UnsupportedOperationException();
                }

                @Override
                public java.net.ServerSocket createServerSocket(int port, int backlog) throws IOException {
                    throw new UnsupportedOperationException();
                }

                @Override
                public java.net.ServerSocket createServerSocket(int port, int backlog, java.net.InetAddress address)
                        throws IOException {
                    SSLServerSocket socket = (SSLServerSocket)
                            context.getServerSocketFactory().createServerSocket(port, backlog, address);
                    SSLParameters parameters = socket.getSSLParameters();
                    parameters.setApplicationProtocols(new String[] {protocol});
                    socket.setSSLParameters(parameters);
                    return socket;
                }
            };
        }
        try (RawServer server = new RawServer(c -> c.readToEnd(), sockets);
                SocketTransport transport =
                        SocketTransport.builder().sslContext(context).build()) {
            HttpRequest request = server.request("POST")
                    .body(new QueuedRequest())
                    .twoWay()
                    .origin("https", "127.0.0.1:" + server.port())
                    .build();
            assertThatThrownBy(() -> transport.send(request))
                    .hasMessage("the server does not offer HTTP/2, which a two-way stream needs");
        }
    }

    @Test
    void theHostIsVerified() throws Exception {
        SSLContext other = TlsServer.context(TlsServer.keys("other", "-ext", "SAN=dns:other.example"));
        try (NettyServer server = new NettyServer(other, NettyServer.echo());
                SocketTransport transport =
                        SocketTransport.builder().sslContext(other).build()) {
            assertThatThrownBy(() ->
                            transport.send(server.request(new QueuedRequest()).build()))
                    .isInstanceOf(javax.net.ssl.SSLException.class);
        }
    }

    /** Both go through a tunnel: a proxy of HTTP/1.1 could not forward HTTP/2. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProxyIsAskedForATunnel(boolean secure) throws Exception {
        SSLContext context = TlsServer.context(keys);
        QueuedRequest body = new QueuedRequest();
        try (NettyServer server = new NettyServer(secure ? context : null, NettyServer.echo())) {
            HttpRequest.Builder request = server.request(body);
            int port = Integer.parseInt(request.authority().substring(10));
            try (RawServer proxy = new RawServer(c -> {
                        c.readHead();
                        c.write("HTTP/1.1 200 OK\r\n\r\n");
                        try (Socket other = new Socket("127.0.0.1", port)) {
                            Thread back = new Thread(() -> copy(other, c.socket));
                            back.setDaemon(true);
                            back.start();
                            copy(c.socket, other);
                        }
                    });
                    SocketTransport transport = SocketTransport.builder()
                            .sslContext(context)
                            .proxy("127.0.0.1", proxy.port())
                            .build();
                    HttpResponse response = transport.send(request.origin(secure ? "https" : "http", "service.example")
                            .build())) {
                body.send("abc");
                assertThat(response.body().readNBytes(3)).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
                assertThat(proxy.heads)
                        .singleElement()
                        .asString()
                        .startsWith("CONNECT service.example:" + (secure ? 443 : 80) + " HTTP/1.1\r\n");
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // Either side has closed it.
            return;
        }
    }

    /** Two-way streams have connections of their own, which are not kept; others go on as before. */
    @Test
    void manyStreamsAndOtherRequestsShareATransport() throws Exception {
        try (NettyServer server = new NettyServer(null, NettyServer.echo());
                RawServer plain = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                SocketTransport transport = new SocketTransport()) {
            List<CompletableFuture<String>> all = new java.util.ArrayList<>();
            var executor = Executors.newFixedThreadPool(20);
            try {
                for (int i = 0; i < 60; i++) {
                    String text = "text " + i;
                    all.add(CompletableFuture.supplyAsync(() -> echoed(transport, server, text), executor));
                }
                for (int i = 0; i < all.size(); i++) {
                    assertThat(all.get(i).get(30, TimeUnit.SECONDS)).isEqualTo("text " + i);
                }
            } finally {
                executor.shutdown();
            }
            for (int i = 0; i < 3; i++) {
                transport.send(plain.request("GET").build()).body().readAllBytes();
            }
            assertThat(plain.connections).hasValue(1);
            server.awaitNoConnections();
            assertThat(server.connections).hasValue(0);
        }
    }

    private static String echoed(SocketTransport transport, NettyServer server, String text) {
        QueuedRequest body = new QueuedRequest();
        try (HttpResponse response = transport.send(server.request(body).build())) {
            body.send(text);
            body.end();
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
