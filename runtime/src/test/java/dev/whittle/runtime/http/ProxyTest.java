package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that do what they should, and proxies that refuse, ask, stall or lie. */
@Timeout(60)
class ProxyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static KeyStore service;

    @BeforeAll
    static void makeACertificate() throws Exception {
        service = TlsServer.keys("service", "-ext", "SAN=dns:service.example");
    }

    private static String text(HttpResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpRequest.Builder request(String scheme) {
        return HttpRequest.builder()
                .origin(scheme, "service.example")
                .path("/a")
                .query("b=c")
                .timeouts(5000, 20_000);
    }

    /** Passes bytes on to a server, whatever the name that the client asks for. */
    private static RawServer tunnel(RawServer server) throws IOException {
        return new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n");
            try (Socket other = new Socket("127.0.0.1", server.port())) {
                Thread back = new Thread(() -> copy(other, c.socket));
                back.setDaemon(true);
                back.start();
                copy(c.socket, other);
            }
        });
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

    @Test
    void aPlainRequestIsSentToTheProxyWithTheWholeUrl() throws IOException {
        try (RawServer proxy = RawServer.responding(OK);
                HttpTransport transport = SocketTransport.builder()
                        .proxy("127.0.0.1", proxy.port())
                        .proxyLogin("user", "pass w\u00f6rd")
                        .build()) {
            for (int i = 0; i < 2; i++) {
                assertThat(text(transport.send(request("http").build()))).isEqualTo("ok");
                assertThat(proxy.heads.get(i))
                        .startsWith("GET http://service.example/a?b=c HTTP/1.1\r\nHost: service.example\r\n")
                        .contains("\r\nProxy-Authorization: Basic dXNlcjpwYXNzIHfDtnJk\r\n");
            }
            assertThat(proxy.connections).hasValue(1);
        }
    }

    @Test
    void aSecureRequestGoesThroughATunnelAndTheServerIsTheOneThatIsVerified() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(
                        c -> {
                            while (!c.readHead().isEmpty()) {
                                names.add(((ExtendedSSLSession) ((SSLSocket) c.socket).getSession())
                                        .getRequestedServerNames()
                                        .toString());
                                c.write(OK);
                            }
                        },
                        TlsServer.context(service).getServerSocketFactory());
                RawServer proxy = tunnel(server);
                SocketTransport transport = SocketTransport.builder()
                        .sslContext(TlsServer.context(service))
                        .proxy("127.0.0.1", proxy.port())
                        .proxyLogin("user", "password")
                        .build()) {
            for (int i = 0; i < 3; i++) {
                assertThat(text(transport.send(request("https").build()))).isEqualTo("ok");
            }
            assertThat(proxy.heads)
                    .containsExactly("CONNECT service.example:443 HTTP/1.1\r\nHost: service.example:443\r\n"
                            + "Proxy-Authorization: Basic dXNlcjpwYXNzd29yZA==\r\n\r\n");
            assertThat(server.heads.get(0))
                    .startsWith("GET /a?b=c HTTP/1.1\r\n")
                    .doesNotContain("Proxy-Authorization");
            assertThat(names.get(0)).contains("service.example");
            HttpRequest other =
                    request("https").origin("https", "other.example").build();
            assertThatThrownBy(() -> transport.send(other)).isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"407, login", "403, 403", "502, 502", "302, 302"})
    void aProxyThatRefusesIsSaid(int status, String said) throws IOException {
        try (RawServer proxy = RawServer.responding(
                        "HTTP/1.1 " + status + " No\r\nProxy-Authenticate: Basic\r\nContent-Length: 2\r\n\r\nno");
                HttpTransport transport = SocketTransport.builder()
                        .proxy("127.0.0.1", proxy.port())
                        .build()) {
            assertThatThrownBy(() -> transport.send(request("https").build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port())
                    .hasMessageContaining(said);
        }
    }

    @Test
    void aProxyThatAsksForALoginIsAResponseToAPlainRequest() throws IOException {
        try (RawServer proxy = RawServer.responding("HTTP/1.1 407 No\r\nContent-Length: 2\r\n\r\nno");
                HttpTransport transport = SocketTransport.builder()
                        .proxy("127.0.0.1", proxy.port())
                        .build()) {
            HttpResponse response = transport.send(request("http").build());
            assertThat(response.status()).isEqualTo(407);
            assertThat(text(response)).isEqualTo("no");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX", "HTTP/1.1 200 OK\r\n\r\n"})
    void aProxyThatStallsIsGivenUp(String beginning) throws Exception {
        try (RawServer proxy = new RawServer(c -> {
                    c.readHead();
                    c.write(beginning);
                    c.awaitEnd();
                });
                HttpTransport transport = SocketTransport.builder()
                        .sslContext(TlsServer.context(service))
                        .proxy("127.0.0.1", proxy.port())
                        .build()) {
            assertThatThrownBy(() -> transport.send(
                            request("https").timeouts(300, 20_000).build()))
                    .isInstanceOf(ConnectTimeoutException.class);
            assertThatThrownBy(() -> transport.send(
                            request("https").timeouts(20_000, 300).build()))
                    .isInstanceOf(SocketTimeoutException.class)
                    .isNotInstanceOf(ConnectTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno",
                "HTTP/1.1 200 OK\r\nX : y\r\n\r\n",
                "220 mail.example.com ESMTP\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "",
            })
    void aProxyThatLiesIsNotBelieved(String response) throws Exception {
        try (RawServer proxy = new RawServer(c -> {
                    c.readHead();
                    c.write(response);
                });
                HttpTransport transport = SocketTransport.builder()
                        .sslContext(TlsServer.context(service))
                        .proxy("127.0.0.1", proxy.port())
                        .build()) {
            assertThatThrownBy(() -> transport.send(request("https").build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the proxy 127.0.0.1");
        }
    }

    @Test
    void theNextProxyOfASelectorIsTriedAndTheSelectorToldOfTheFirst() throws IOException {
        List<SocketAddress> failed = new ArrayList<>();
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (RawServer proxy = RawServer.responding(OK)) {
            ProxySelector selector = new ProxySelector() {
                @Override
                public List<Proxy> select(URI uri) {
                    assertThat(uri).hasScheme("http").hasHost("service.example");
                    return List.of(
                            new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", nobody)),
                            new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())));
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                    failed.add(address);
                }
            };
            try (HttpTransport transport =
                    SocketTransport.builder().proxySelector(selector).build()) {
                assertThat(text(transport.send(request("http").build()))).isEqualTo("ok");
                assertThat(failed).hasSize(1);
            }
        }
    }

    @Test
    void systemPropertiesCount() throws IOException {
        try (RawServer proxy = RawServer.responding(OK);
                HttpTransport transport = new SocketTransport()) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
            System.setProperty("http.nonProxyHosts", "localhost|127.*|*.inside.example");
            try {
                assertThat(text(transport.send(request("http").build()))).isEqualTo("ok");
                HttpRequest inside = request("http")
                        .origin("http", "127.0.0.1:" + proxy.port())
                        .build();
                assertThat(text(transport.send(inside))).isEqualTo("ok");
                assertThat(proxy.heads.get(0)).startsWith("GET http://service.example/a");
                assertThat(proxy.heads.get(1)).startsWith("GET /a");
            } finally {
                System.clearProperty("http.proxyHost");
                System.clearProperty("http.proxyPort");
                System.clearProperty("http.nonProxyHosts");
            }
        }
    }

    @Test
    void aProxyThatIsNotSupportedIsNotPassedOver() throws IOException {
        ProxySelector socks = ProxySelector.of(null);
        assertThat(socks).isNotNull();
        ProxySelector selector = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", 1)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
        try (HttpTransport transport =
                SocketTransport.builder().proxySelector(selector).build()) {
            assertThatThrownBy(() -> transport.send(request("http").build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("SOCKS");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https, HTTPS_PROXY, http://proxy:3128, proxy:3128, -",
                "https, https_proxy, http://proxy:3128/, proxy:3128, -",
                "https, https_proxy, proxy:3128, proxy:3128, -",
                "https, https_proxy, my_proxy:3128, my_proxy:3128, -",
                "https, https_proxy, http://proxy, proxy:80, -",
                "https, https_proxy, http://user:p%40ss@proxy:1, proxy:1, Basic dXNlcjpwQHNz",
                "https, HTTP_PROXY, http://proxy:3128, -, -",
                "http, HTTP_PROXY, http://proxy:3128, proxy:3128, -",
                "http, HTTPS_PROXY, http://proxy:3128, -, -",
                "http, http_proxy, '', -, -",
            })
    void environmentVariablesNameProxies(String scheme, String name, String value, String proxy, String login)
            throws IOException {
        HttpProxy found = EnvironmentProxy.find(route(scheme, "service.example"), Map.of(name, value));
        assertThat(found == null ? null : found.toString()).isEqualTo(proxy);
        assertThat(found == null ? null : found.authorization()).isEqualTo(login);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1", "[::1]:1"})
    void thisMachineHasNoProxyOfTheEnvironment(String authority) throws IOException {
        Map<String, String> environment = Map.of("http_proxy", "http://proxy:1");
        assertThat(EnvironmentProxy.find(route("http", authority), environment)).isNull();
    }

    @Test
    void aHeaderOfARequestToAScriptNamesNoProxy() throws IOException {
        Map<String, String> script = Map.of("HTTP_PROXY", "http://evil:1", "REQUEST_METHOD", "GET");
        assertThat(EnvironmentProxy.find(route("http", "service.example"), script))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://proxy:1", "https://proxy:1", "http://us er:secret@proxy", "http://:secret@/"})
    void aVariableThatNamesNoProxyIsSaidWithoutItsValue(String value) {
        assertThatThrownBy(() -> EnvironmentProxy.find(route("http", "service.example"), Map.of("http_proxy", value)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http_proxy")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | service.example | true",
                "service.example | service.example | true",
                "SERVICE.example | service.example | true",
                "example | service.example | true",
                ".example | service.example | true",
                "*.example | service.example | true",
                "vice.example | service.example | false",
                "a, .b , service.example | service.example | true",
                "service.example:8080 | service.example | false",
                "service.example:8080 | service.example:8080 | true",
                "service.example:443 | service.example | true",
                "10.0.0.1 | 10.0.0.1 | true",
                "10.0.0.1 | 10.0.0.11 | false",
                "fd00::1 | [fd00::1]:8080 | true",
                "[fd00::1]:8080 | [fd00::1]:8080 | true",
                "[fd00::1]:8081 | [fd00::1]:8080 | false",
                ", | service.example | false",
            })
    void someHostsHaveNoProxy(String exceptions, String authority, boolean excepted) throws IOException {
        assertThat(EnvironmentProxy.isExcepted(route("https", authority), exceptions))
                .isEqualTo(excepted);
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", exceptions);
        assertThat(EnvironmentProxy.find(route("https", authority), environment) == null)
                .isEqualTo(excepted);
    }

    private static Route route(String scheme, String authority) throws IOException {
        return new Route(
                new ConnectionPool(1, 1),
                HttpRequest.builder().origin(scheme, authority).build());
    }
}
