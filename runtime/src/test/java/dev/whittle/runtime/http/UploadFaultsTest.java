package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server, or what lies before it, can say while a body is being sent. */
@Timeout(60)
class UploadFaultsTest {
    private static final byte[] LARGE = new byte[32 << 20];
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static String text(HttpResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpRequest.Builder large(RawServer server) {
        return server.request("PUT").body(RequestBody.unsafe(LARGE, 0, LARGE.length));
    }

    private static SocketTransport.Builder withoutAsking() {
        return SocketTransport.builder().expectContinueFrom(Long.MAX_VALUE);
    }

    /** They come in the middle of the body, faster than it can be sent. */
    @ParameterizedTest
    @CsvSource({
        "102, provisional responses do not end",
        "103, provisional responses do not end",
        "101, it changes to a protocol that was not asked for"
    })
    void provisionalResponsesDuringAnUploadAreNoEndlessLoop(int status, String reason) throws Exception {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.writeForever("HTTP/1.1 " + status + " X\r\nX-A: b\r\n\r\n");
                });
                HttpTransport transport = withoutAsking().build()) {
            assertThatThrownBy(() -> transport.send(large(server).build()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining(reason);
            server.awaitClosed(1);
            assertThat(server.received).hasSize(1);
        }
    }

    /** A protocol that nobody asked for, and then a response, as if the one who sent it knew two requests. */
    @Test
    void whatFollowsAChangeOfProtocolIsNoResponse() throws Exception {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n" + OK);
                    c.readToEnd();
                });
                HttpTransport transport = withoutAsking().build()) {
            assertThatThrownBy(() -> transport.send(large(server).build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("it changes to a protocol that was not asked for");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 mail.example.com ESMTP\r\n\r\n",
                "HTTP/1.1 100 Continue\r\nX : y\r\n\r\n",
                "HTTP/1.1 1",
                "",
            })
    void aServerThatIsAskedAndSaysNothingSensibleGetsNoBody(String said) throws Exception {
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write(said);
                    c.socket.shutdownOutput();
                    c.readToEnd();
                });
                HttpTransport transport = new SocketTransport()) {
            assertThatThrownBy(() -> transport.send(large(server).build()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            server.awaitClosed(1);
            assertThat(server.received).containsExactly("");
        }
    }

    /** The body is on its way, and stuck, when the consent that was waited for arrives. */
    @Test
    void aLateConsentDoesNotEndAnUpload() throws IOException {
        CountDownLatch sending = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    sending.await();
                    c.write("HTTP/1.1 100 Continue\r\n\r\n");
                    // The system may take another piece of the body whenever something arrives, and then not once more.
                    Thread.sleep(200);
                    c.write("HTTP/1.1 102 Processing\r\n\r\n");
                    c.readExactly(LARGE.length);
                    c.write(OK);
                });
                Relay relay = new Relay(
                        server.port(),
                        (from, to) -> {
                            byte[] bytes = new byte[8192];
                            to.write(bytes, 0, from.read(bytes));
                            // The first of the body; then it is stuck.
                            to.write(bytes, 0, from.read(bytes));
                            Thread.sleep(300);
                            sending.countDown();
                            Thread.sleep(1700);
                            from.transferTo(to);
                        },
                        InputStream::transferTo);
                HttpTransport transport = new SocketTransport()) {
            HttpRequest request =
                    large(server).origin("http", "127.0.0.1:" + relay.port()).build();
            assertThat(text(transport.send(request))).isEqualTo("ok");
            assertThat(server.heads.get(0)).contains("\r\nExpect: 100-continue\r\n");
        }
    }

    /** A server of TLS 1.3 sends tickets for later sessions when it likes, which is no response. */
    @Test
    void aTicketOfTlsDoesNotEndAnUpload() throws Exception {
        KeyStore keys = TlsServer.keys("localhost", "-ext", "SAN=ip:127.0.0.1");
        CountDownLatch stuck = new CountDownLatch(1);
        try (RawServer server = new RawServer(
                        c -> {
                            c.readHead();
                            c.readExactly(LARGE.length);
                            c.write(OK);
                        },
                        TlsServer.context(keys).getServerSocketFactory());
                Relay relay = new Relay(
                        server.port(),
                        (from, to) -> {
                            byte[] bytes = new byte[8192];
                            to.write(bytes, 0, from.read(bytes));
                            // The end of the handshake, for which the server sends a ticket, and some of the body.
                            from.readNBytes(bytes, 0, bytes.length);
                            stuck.countDown();
                            to.write(bytes);
                            Thread.sleep(2000);
                            from.transferTo(to);
                        },
                        (from, to) -> {
                            byte[] bytes = new byte[8192];
                            for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                                int half = stuck.getCount() > 0 ? 0 : count / 2;
                                Thread.sleep(half > 0 ? 300 : 0);
                                to.write(bytes, 0, half);
                                Thread.sleep(half > 0 ? 200 : 0);
                                to.write(bytes, half, count - half);
                            }
                        });
                HttpTransport transport =
                        withoutAsking().sslContext(TlsServer.context(keys)).build()) {
            HttpRequest request =
                    large(server).origin("https", "127.0.0.1:" + relay.port()).build();
            assertThat(text(transport.send(request))).isEqualTo("ok");
        }
    }
}
