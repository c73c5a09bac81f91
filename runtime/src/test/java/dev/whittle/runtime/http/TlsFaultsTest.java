package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can become of TLS on its way: it is cut off, damaged, or begun again and not answered. */
@Timeout(120)
class TlsFaultsTest {
    private static final String LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    private static final String UNTIL_CLOSE = "HTTP/1.1 200 OK\r\n\r\nhello";

    /** Shorter than any of the responses, with padding. */
    private static final int LONGEST_ALERT = 45;

    private static KeyStore keys;

    @BeforeAll
    static void makeACertificate() throws Exception {
        keys = TlsServer.keys("localhost", "-ext", "SAN=ip:127.0.0.1,dns:localhost");
    }

    private static RawServer server(String version, RawServer.Script script) throws Exception {
        return new RawServer(
                c -> {
                    ((SSLSocket) c.socket).setEnabledProtocols(new String[] {version});
                    script.run(c);
                },
                TlsServer.context(keys).getServerSocketFactory());
    }

    private static SocketTransport trusting() throws Exception {
        return SocketTransport.builder().sslContext(TlsServer.context(keys)).build();
    }

    private static String call(HttpTransport transport, String authority, int timeout) throws IOException {
        HttpRequest request = HttpRequest.builder()
                .origin("https", authority)
                .timeouts(5000, timeout)
                .build();
        try (HttpResponse response = transport.send(request)) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The size of the alerts at the end, with which a stream is closed properly; each is a record of its own. */
    private static int goodbye(byte[] bytes) {
        int at = 0;
        int alerts = 0;
        while (at < bytes.length) {
            int size = 5 + ((bytes[at + 3] & 0xFF) << 8 | (bytes[at + 4] & 0xFF));
            alerts = size <= LONGEST_ALERT ? alerts + size : 0;
            at += size;
        }
        assertThat(at).isEqualTo(bytes.length);
        return alerts;
    }

    /** Each number of bytes is missing at the end, as if one between had closed the connection. */
    @ParameterizedTest
    @CsvSource({"TLSv1.3, 1", "TLSv1.2, 3"})
    void aResponseThatIsCutOffIsNeverASuccess(String version, int step) throws Exception {
        for (String response : List.of(LENGTH, CHUNKED, UNTIL_CLOSE)) {
            AtomicBoolean responding = new AtomicBoolean();
            AtomicInteger missing = new AtomicInteger();
            AtomicInteger goodbye = new AtomicInteger();
            AtomicInteger size = new AtomicInteger(1);
            try (RawServer server = server(version, c -> {
                        c.readHead();
                        responding.set(true);
                        c.write(response);
                    });
                    Relay relay = new Relay(server.port(), (from, to) -> {
                        byte[] first = new byte[8192];
                        int count = from.read(first);
                        while (!responding.get()) {
                            to.write(first, 0, count);
                            count = from.read(first);
                        }
                        byte[] rest = from.readAllBytes();
                        byte[] all = new byte[count + rest.length];
                        System.arraycopy(first, 0, all, 0, count);
                        System.arraycopy(rest, 0, all, count, rest.length);
                        goodbye.set(goodbye(all));
                        size.set(all.length);
                        to.write(all, 0, Math.max(0, all.length - missing.get()));
                    });
                    HttpTransport transport = trusting()) {
                for (int cut = 0; cut <= size.get(); cut += step) {
                    missing.set(cut);
                    responding.set(false);
                    Throwable thrown =
                            catchThrowable(() -> assertThat(call(transport, "127.0.0.1:" + relay.port(), 20_000))
                                    .isEqualTo("hello"));
                    boolean isWhole = cut == 0 || (cut <= goodbye.get() && !response.equals(UNTIL_CLOSE));
                    if (isWhole) {
                        assertThat(thrown)
                                .as("%d bytes missing of %s", cut, response)
                                .isNull();
                    } else {
                        assertThat(thrown)
                                .as("%d bytes missing of %s", cut, response)
                                .isInstanceOf(IOException.class)
                                .isNotInstanceOf(SocketTimeoutException.class);
                    }
                }
                // Otherwise nothing was cut off.
                assertThat(size.get()).isGreaterThan(goodbye.get() + response.length());
            }
        }
    }

    @Test
    void aHandshakeThatIsCutOffIsAnException() throws Exception {
        AtomicInteger left = new AtomicInteger();
        try (RawServer server = server("TLSv1.3", c -> c.readHead());
                Relay relay = new Relay(server.port(), (from, to) -> {
                    byte[] bytes = from.readNBytes(left.get());
                    to.write(bytes);
                });
                HttpTransport transport = trusting()) {
            for (int passed = 0; passed < 700; passed += 20) {
                left.set(passed);
                assertThatThrownBy(() -> call(transport, "127.0.0.1:" + relay.port(), 20_000))
                        .as("after %d bytes", passed)
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(SocketTimeoutException.class);
            }
            assertThat(relay.connections).hasValue(35);
        }
    }

    /** A bit of what the server sends is another one. */
    @Test
    void damageIsAnIoException() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        AtomicInteger at = new AtomicInteger();
        try (RawServer server = new RawServer(
                        c -> {
                            c.readHead();
                            c.write(LENGTH);
                        },
                        TlsServer.context(keys).getServerSocketFactory());
                Relay relay = new Relay(server.port(), (from, to) -> {
                    byte[] bytes = new byte[8192];
                    int left = at.get();
                    for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                        if (left >= 0 && left < count) {
                            bytes[left] ^= (byte) (1 << (left & 7));
                        }
                        left -= count;
                        to.write(bytes, 0, count);
                    }
                });
                HttpTransport transport = trusting()) {
            int failures = 0;
            for (int round = 0; round < 100; round++) {
                at.set(random.nextInt(1200));
                Throwable thrown = catchThrowable(() -> assertThat(call(transport, "127.0.0.1:" + relay.port(), 1500))
                        .isEqualTo("hello"));
                if (thrown != null) {
                    assertThat(thrown)
                            .as("seed %d, round %d, byte %s", seed, round, at)
                            .isInstanceOf(IOException.class);
                    failures++;
                }
            }
            assertThat(failures).as("seed %d", seed).isGreaterThan(50);
        }
    }

    /** Another handshake in TLS 1.2, and an update of the keys in TLS 1.3. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aHandshakeBeforeAResponseIsAnswered(String version) throws Exception {
        try (RawServer server = server(version, c -> {
                    while (!c.readHead().isEmpty()) {
                        ((SSLSocket) c.socket).startHandshake();
                        c.write(LENGTH);
                    }
                });
                HttpTransport transport = trusting()) {
            for (int i = 0; i < 3; i++) {
                assertThat(call(transport, "127.0.0.1:" + server.port(), 20_000))
                        .isEqualTo("hello");
            }
        }
    }

    /** The client does its part, and the server does no more. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aHandshakeThatIsNotAnsweredIsGivenUp(String version) throws Exception {
        AtomicBoolean again = new AtomicBoolean();
        try (RawServer server = server(version, c -> {
                    c.readHead();
                    again.set(true);
                    ((SSLSocket) c.socket).startHandshake();
                    c.awaitEnd();
                });
                Relay relay = new Relay(server.port(), (from, to) -> {
                    byte[] bytes = new byte[8192];
                    int count = from.read(bytes);
                    while (!again.get()) {
                        to.write(bytes, 0, count);
                        count = from.read(bytes);
                    }
                    // The request for a handshake or for keys, and nothing that comes after it.
                    to.write(bytes, 0, count);
                    from.transferTo(OutputStream.nullOutputStream());
                });
                HttpTransport transport = trusting()) {
            assertThatThrownBy(() -> call(transport, "127.0.0.1:" + relay.port(), 1000))
                    .isInstanceOf(SocketTimeoutException.class)
                    .isNotInstanceOf(ConnectTimeoutException.class);
            assertThat(again).isTrue();
        }
    }
}
