package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS: whom it trusts, and where a response ends. */
@Timeout(120)
class TlsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static KeyStore localhost;
    private static KeyStore elsewhere;

    @BeforeAll
    static void makeCertificates() throws Exception {
        localhost = TlsServer.keys("localhost", "-ext", "SAN=ip:127.0.0.1,dns:localhost");
        elsewhere = TlsServer.keys("elsewhere", "-ext", "SAN=dns:elsewhere.example");
    }

    private static RawServer server(KeyStore keys, RawServer.Script script) throws Exception {
        return new RawServer(script, TlsServer.context(keys).getServerSocketFactory());
    }

    private static HttpRequest.Builder get(RawServer server) {
        return server.request("GET").origin("https", "127.0.0.1:" + server.port());
    }

    private static SocketTransport trusting(KeyStore keys) throws Exception {
        return SocketTransport.builder().sslContext(TlsServer.context(keys)).build();
    }

    private static String text(HttpResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void ok(RawServer.Connection connection) throws IOException {
        while (!connection.readHead().isEmpty()) {
            connection.write(OK);
        }
    }

    @Test
    void aTrustedServerIsCalledAndTheConnectionKept() throws Exception {
        try (RawServer server = server(localhost, TlsTest::ok);
                HttpTransport transport = trusting(localhost)) {
            for (int i = 0; i < 3; i++) {
                assertThat(text(transport.send(get(server).build()))).isEqualTo("ok");
                // Also past the time from which on it is looked at more closely.
                Thread.sleep(20);
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        try (RawServer server = server(elsewhere, TlsTest::ok);
                HttpTransport transport = trusting(elsewhere)) {
            assertThatThrownBy(() -> transport.send(get(server).build()))
                    .isInstanceOf(SSLException.class)
                    .hasRootCauseInstanceOf(CertificateException.class);
            assertThat(server.heads).isEmpty();
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        KeyStore[] signed = TlsServer.signed("-startdate", "2020/01/01 00:00:00", "-validity", "1");
        KeyStore[] current = TlsServer.signed();
        try (RawServer server = server(signed[0], TlsTest::ok);
                HttpTransport transport = trusting(signed[1]);
                RawServer otherServer = server(current[0], TlsTest::ok);
                HttpTransport other = trusting(current[1])) {
            assertThatThrownBy(() -> transport.send(get(server).build()))
                    .isInstanceOf(SSLException.class)
                    .hasRootCauseInstanceOf(CertificateException.class);
            assertThat(server.heads).isEmpty();
            assertThat(text(other.send(get(otherServer).build()))).isEqualTo("ok");
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefused() throws Exception {
        try (RawServer server = server(localhost, TlsTest::ok);
                HttpTransport transport = new SocketTransport();
                HttpTransport other = trusting(elsewhere)) {
            for (HttpTransport each : List.of(transport, other)) {
                assertThatThrownBy(() -> each.send(get(server).build())).isInstanceOf(SSLException.class);
            }
            assertThat(server.heads).isEmpty();
        }
    }

    @Test
    void aServerWithoutTlsIsRefused() throws Exception {
        try (RawServer server = new RawServer(c -> {
                    c.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                    c.linger();
                });
                HttpTransport transport = trusting(localhost)) {
            assertThatThrownBy(() -> transport.send(get(server).build())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aHandshakeThatStallsIsGivenUp() throws Exception {
        try (RawServer server = new RawServer(RawServer.Connection::awaitEnd);
                HttpTransport transport = trusting(localhost)) {
            assertThatThrownBy(() ->
                            transport.send(get(server).timeouts(200, 20_000).build()))
                    .isInstanceOf(ConnectTimeoutException.class);
            assertThatThrownBy(() ->
                            transport.send(get(server).timeouts(20_000, 200).build()))
                    .isInstanceOf(SocketTimeoutException.class)
                    .isNotInstanceOf(ConnectTimeoutException.class);
        }
    }

    /** The server closes the connection below TLS, as one between could do who cannot read it. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aBodyWithoutALengthEndsWithTheGoodbyeOfTls(String version) throws Exception {
        SSLContext context = TlsServer.context(localhost);
        for (boolean polite : new boolean[] {true, false}) {
            try (RawServer server = new RawServer(c -> {
                        SSLSocketFactory factory = context.getSocketFactory();
                        SSLSocket tls = (SSLSocket) factory.createSocket(c.socket, null, false);
                        tls.setEnabledProtocols(new String[] {version});
                        tls.setUseClientMode(false);
                        tls.getInputStream().read(new byte[1000]);
                        tls.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
                        if (polite) {
                            tls.shutdownOutput();
                        }
                    });
                    HttpTransport transport = trusting(localhost)) {
                HttpResponse response = transport.send(get(server).build());
                if (polite) {
                    assertThat(text(response)).isEqualTo("{}");
                } else {
                    assertThatThrownBy(() -> text(response)).isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void aClientShowsItsCertificate() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        SSLServerSocketFactory factory = TlsServer.context(localhost, elsewhere).getServerSocketFactory();
        try (RawServer server = new RawServer(
                        c -> {
                            SSLSocket socket = (SSLSocket) c.socket;
                            c.readHead();
                            seen.add(socket.getSession().getPeerPrincipal().getName());
                            c.write(OK);
                        },
                        asking(factory));
                HttpTransport with = SocketTransport.builder()
                        .sslContext(TlsServer.context(elsewhere, localhost))
                        .build();
                HttpTransport without = trusting(localhost)) {
            assertThat(text(with.send(get(server).build()))).isEqualTo("ok");
            assertThat(seen).containsExactly("CN=elsewhere");
            assertThatThrownBy(() -> text(without.send(get(server).build()))).isInstanceOf(IOException.class);
        }
    }

    private static ServerSocketFactory asking(SSLServerSocketFactory factory) {
        return new ServerSocketFactory() {
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
                SSLServerSocket socket = (SSLServerSocket) factory.createServerSocket(port, backlog, address);
                socket.setNeedClientAuth(true);
                return socket;
            }
        };
    }

    @Test
    void aSecondConnectionResumesTheSession() throws Exception {
        List<byte[]> created = new CopyOnWriteArrayList<>();
        SSLContext context = TlsServer.context(localhost);
        try (RawServer server = new RawServer(
                        c -> {
                            SSLSocket socket = (SSLSocket) c.socket;
                            c.readHead();
                            created.add(Long.toString(socket.getSession().getCreationTime())
                                    .getBytes(StandardCharsets.UTF_8));
                            c.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
                        },
                        context.getServerSocketFactory());
                HttpTransport transport = trusting(localhost)) {
            for (int i = 0; i < 3; i++) {
                assertThat(text(transport.send(get(server).build()))).isEqualTo("ok");
                Thread.sleep(20);
            }
            assertThat(created).hasSize(3);
            assertThat(created.get(1)).isEqualTo(created.get(0));
            assertThat(created.get(2)).isEqualTo(created.get(0));
        }
    }

    @Test
    void aHeadThatIsCutOffIsNoSuccess() throws Exception {
        SSLContext context = TlsServer.context(localhost);
        try (RawServer server = new RawServer(c -> {
                    Socket below = c.socket;
                    SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(below, null, false);
                    tls.setUseClientMode(false);
                    tls.getInputStream().read(new byte[1000]);
                    tls.getOutputStream().write("HTTP/1.1 200 OK\r\nX-A: 1\r\n".getBytes(StandardCharsets.UTF_8));
                });
                HttpTransport transport = trusting(localhost)) {
            assertThatThrownBy(() -> text(transport.send(get(server).build())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("within the head");
        }
    }
}
