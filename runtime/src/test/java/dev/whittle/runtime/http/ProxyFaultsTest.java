package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that open no tunnel and come to no end. */
@Timeout(60)
class ProxyFaultsTest {
    private static HttpRequest.Builder request() {
        return HttpRequest.builder()
                .origin("https", "service.example")
                .path("/a")
                .timeouts(5000, 20_000);
    }

    /** Once, and not again and again with the same login. */
    @Test
    void aProxyThatDoesNotTakeTheLoginIsSaid() throws IOException {
        try (RawServer proxy = RawServer.responding(
                        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\nContent-Length: 2\r\n\r\nno");
                HttpTransport transport = SocketTransport.builder()
                        .proxy("127.0.0.1", proxy.port())
                        .proxyLogin("user", "secret")
                        .build()) {
            assertThatThrownBy(() -> transport.send(request().build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port())
                    .hasMessageContaining("407")
                    .hasMessageNotContaining("secret");
            assertThat(proxy.heads).hasSize(1);
            assertThat(proxy.heads.get(0)).contains("\r\nProxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|HTTP/1.1 102 Processing\r\n\r\n",
                "HTTP/1.1 200 OK\r\n|X-A: a\r\n",
                "HTTP/1.1 200 OK\r\nX-A: |a",
                "|\r\n"
            })
    void aProxyThatNeverEndsIsGivenUp(String response) throws Exception {
        int bar = response.indexOf('|');
        try (RawServer proxy = new RawServer(c -> {
                    c.readHead();
                    c.write(response.substring(0, bar));
                    c.writeForever(response.substring(bar + 1));
                });
                HttpTransport transport = SocketTransport.builder()
                        .proxy("127.0.0.1", proxy.port())
                        .build()) {
            // Nothing else ends it: the request has no timeouts.
            HttpRequest request = request().timeouts(0, 0).build();
            assertThatThrownBy(() -> transport.send(request))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port())
                    .hasMessageContaining("not valid HTTP");
            proxy.awaitClosed(1);
            assertThat(proxy.received).hasSize(1);
        }
    }

    /** Its body comes where the server's part of TLS should. */
    @Test
    void aTunnelWithABodyIsNone() throws Exception {
        try (RawServer proxy = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
                    c.linger();
                    c.write("It works! ".repeat(50));
                    c.readToEnd();
                });
                HttpTransport transport = SocketTransport.builder()
                        .proxy("127.0.0.1", proxy.port())
                        .build()) {
            assertThatThrownBy(() -> transport.send(request().build())).isInstanceOf(SSLException.class);
            proxy.awaitClosed(1);
            assertThat(proxy.received).hasSize(1);
        }
    }
}
