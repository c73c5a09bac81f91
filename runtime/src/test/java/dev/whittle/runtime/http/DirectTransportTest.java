package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process whose every request would go to a proxy that does not respond. */
class DirectTransportTest {
    private final ProxySelector before = ProxySelector.getDefault();

    @BeforeEach
    void sendEverythingToAProxy() {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 1)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    }

    @AfterEach
    void restore() {
        ProxySelector.setDefault(before);
    }

    // PATCH goes over the other of the JDK's clients.
    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH"})
    void goesPastProxies(String method) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, "fine"));
                HttpTransport direct = SocketTransport.direct();
                HttpTransport usual = new SocketTransport()) {
            assertThat(direct.send(server.request(method).build()).status()).isEqualTo(200);
            assertThatThrownBy(() -> usual.send(server.request(method).build())).isInstanceOf(IOException.class);
            assertThat(server.requests).hasSize(1);
        }
    }
}
