package dev.whittle.bedrockagentcore.browser;

import static dev.whittle.bedrockagentcore.browser.DevToolsRawPeer.close;
import static dev.whittle.bedrockagentcore.browser.DevToolsRawPeer.frame;
import static dev.whittle.bedrockagentcore.browser.DevToolsRawPeer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.document.Document;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link DevTools} makes of a browser, or a network, that breaks. */
@Timeout(60)
class DevToolsFaultTest {
    private static final byte[] RESPONSE = text("{\"id\":1,\"result\":{\"a\":1}}");

    @AfterEach
    void noThreadIsLeft() {
        DevToolsTest.assertNoThreadIsLeft();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageMayComeInFragmentsWithPingsBetween() throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> {
            connection.readFrame();
            byte[] message = utf8("{\"id\":1,\"result\":{\"text\":\"h\u00e9 \ud83d\ude00\"}}");
            for (int i = 0; i < message.length; i++) {
                int first = (i == 0 ? 0x01 : 0x00) | (i == message.length - 1 ? 0x80 : 0);
                connection.send(frame(DevToolsRawPeer.PING, utf8("p" + i)), frame(first, new byte[] {message[i]}));
            }
            DevToolsRawPeer.Frame pong = connection.readFrame();
            assertThat(pong.first()).isEqualTo(DevToolsRawPeer.PONG);
            assertThat(pong.payload()).startsWith("p");
            connection.readToEnd();
        })) {
            try (DevTools devTools = DevTools.connect(peer.automation())) {
                assertThat(devTools.send("A.b").get("text").asString()).isEqualTo("h\u00e9 \ud83d\ude00");
            }
            peer.done.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatBelongsToNoCommandIsIgnored() throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> {
                    connection.readFrame();
                    connection.send(
                            text("{\"id\":99,\"result\":{}}"),
                            text("{\"method\":\"X.y\",\"params\":{},\"sessionId\":\"unknown\"}"),
                            text("{\"method\":\"X.y\"}"),
                            text("{\"id\":1,\"result\":{\"n\":1},\"unknown\":[]}"),
                            text("{\"id\":1,\"result\":{\"n\":2}}"));
                    connection.readFrame();
                    connection.send(text("{\"id\":1,\"result\":{\"n\":3}}"), text("{\"id\":2,\"result\":{\"n\":4}}"));
                    connection.readToEnd();
                });
                DevTools devTools = DevTools.connect(peer.automation())) {
            assertThat(devTools.send("A.b").get("n").asInt()).isEqualTo(1);
            assertThat(devTools.send("A.b").get("n").asInt()).isEqualTo(4);
        }
    }

    static Stream<Arguments> faults() {
        byte[] masked = {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '{', '}'};
        return Stream.of(
                Arguments.of("no JSON", text("<html>"), "not a DevTools message"),
                Arguments.of("JSON that breaks off", text("{\"id\":1,\"result\":{"), "not a DevTools message"),
                Arguments.of("no object", text("[1]"), "not a DevTools message"),
                Arguments.of("nothing", text(""), "not a DevTools message"),
                Arguments.of("neither id nor method", text("{\"result\":{}}"), "not a DevTools message"),
                Arguments.of("an id that is no number", text("{\"id\":\"1\"}"), "not a DevTools message"),
                Arguments.of("an id that is no integer", text("{\"id\":1e999999999}"), "not a DevTools message"),
                Arguments.of("a session that is no text", text("{\"method\":\"a\",\"sessionId\":1}"), "not a DevTools"),
                Arguments.of(
                        "a detached nothing", text("{\"method\":\"Target.detachedFromTarget\"}"), "not a DevTools"),
                Arguments.of("deep nesting", text("[".repeat(10_000)), "not a DevTools message"),
                Arguments.of("bytes that are no UTF-8", frame(0x81, new byte[] {'"', (byte) 0xC3, '"'}), "it failed"),
                Arguments.of("binary", frame(0x82, utf8("{}")), "binary"),
                Arguments.of("a masked frame", masked, "it failed"),
                Arguments.of("a reserved bit", frame(0xC1, utf8("{}")), "it failed"),
                Arguments.of("an unknown kind of frame", frame(0x83, utf8("{}")), "it failed"),
                Arguments.of("a continuation of nothing", frame(0x80, utf8("{}")), "it failed"),
                Arguments.of("a long ping", frame(0x89, new byte[126]), "it failed"),
                Arguments.of("a close frame of one byte", frame(0x88, new byte[1]), "it failed"),
                Arguments.of("a long message", text("\"" + "x".repeat(100_000) + "\""), "more than 50000 characters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aBrokenMessageEndsTheConnectionAtOnce(String name, byte[] fault, String message) throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> {
            connection.readFrame();
            connection.readFrame();
            connection.send(fault);
            connection.readToEnd();
        })) {
            try (DevTools devTools = DevTools.connect(peer.automation(), o -> o.maxMessageLength(50_000))) {
                CompletableFuture<Document> other = devTools.sendAsync("B.c", Map.of());
                assertThatThrownBy(() -> devTools.send("A.b"))
                        .isInstanceOf(DevToolsException.class)
                        .isNotInstanceOf(DevToolsTimeoutException.class)
                        .hasMessageStartingWith("A.b failed: the connection to the browser ended: ")
                        .hasMessageContaining(message);
                assertThatThrownBy(() -> other.get(30, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(DevToolsException.class);
                assertThat(devTools.isOpen()).isFalse();
                assertThatThrownBy(() -> devTools.send("C.d")).hasMessageStartingWith("C.d failed: the connection");
                assertThatThrownBy(() -> devTools.on("C.d", event -> {})).hasMessageContaining("ended");
                // The socket is closed though close() has not been called.
                peer.done.get(30, TimeUnit.SECONDS);
            }
        }
    }

    /** The JDK loses some of these ends, as {@link DevToolsConnection} tells; each of those takes two seconds. */
    @Test
    @Timeout(180)
    void theConnectionMayBreakAfterAnyByte() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(frame(DevToolsRawPeer.PING, utf8("ping")));
        all.writeBytes(frame(0x01, utf8("{\"id\":2,")));
        all.writeBytes(frame(0x80, utf8("\"result\":{}}")));
        all.writeBytes(close(1001, "going away"));
        byte[] script = all.toByteArray();
        for (int cut = 0; cut <= script.length; cut++) {
            byte[] part = Arrays.copyOf(script, cut);
            boolean reset = cut % 2 == 0;
            try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> {
                        connection.readFrame();
                        connection.send(part);
                        if (reset) {
                            connection.reset();
                        } else {
                            connection.socket.close();
                        }
                    });
                    DevTools devTools = DevTools.connect(peer.automation())) {
                assertThatThrownBy(() -> devTools.send("A.b"))
                        .as("cut after %s bytes", cut)
                        .isInstanceOf(DevToolsException.class)
                        .isNotInstanceOf(DevToolsTimeoutException.class)
                        .hasMessageContaining("the connection to the browser ended");
                assertThat(devTools.isOpen()).isFalse();
            }
        }
    }

    @Test
    void aClosedConnectionSaysWhy() throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> {
            connection.readFrame();
            connection.send(close(4001, "session\nended"));
            assertThat(connection.readFrame().first()).isEqualTo(DevToolsRawPeer.CLOSE);
            connection.readToEnd();
        })) {
            try (DevTools devTools = DevTools.connect(peer.automation())) {
                assertThatThrownBy(() -> devTools.send("A.b"))
                        .isInstanceOf(DevToolsException.class)
                        .hasMessage("A.b failed: the connection to the browser ended: the other side closed it with"
                                + " code 4001: session ended; connect again with new headers from automation()");
                peer.done.get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aSilentBrowserTimesOut() throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(DevToolsRawPeer.Connection::readToEnd)) {
            try (DevTools devTools =
                    DevTools.connect(peer.automation(), o -> o.commandTimeout(Duration.ofMillis(200)))) {
                DevToolsTimeoutException timeout =
                        catchThrowableOfType(DevToolsTimeoutException.class, () -> devTools.send("A.b"));
                assertThat(timeout).hasMessage("A.b had no response within 200 ms");
                assertThat(timeout.method()).isEqualTo("A.b");
                assertThatThrownBy(() -> devTools.sendAsync("B.c", Map.of()).get(30, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(DevToolsTimeoutException.class)
                        .hasMessageContaining("B.c had no response within 200 ms");
                assertThat(devTools.isOpen()).isTrue();
            }
            peer.done.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void sendersWaitForABrowserThatDoesNotRead() throws Exception {
        CountDownLatch finished = new CountDownLatch(1);
        try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> finished.await(30, TimeUnit.SECONDS))) {
            try (DevTools devTools =
                    DevTools.connect(peer.automation(), o -> o.commandTimeout(Duration.ofMillis(300)))) {
                Map<String, Document> large = Map.of("text", Document.of("x".repeat(8_000_000)));
                CompletableFuture<Document> first = devTools.sendAsync("A.b", large);
                CompletableFuture<Document> second = devTools.sendAsync("B.c", large);
                assertThat(second).isCompletedExceptionally();
                assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(DevToolsTimeoutException.class)
                        .hasMessageContaining("B.c was not sent within 300 ms");
                assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(DevToolsTimeoutException.class);
            }
            finished.countDown();
        }
    }

    @Test
    void closingEndsThoughTheOtherSideTakesNoPart() throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(DevToolsRawPeer.Connection::readToEnd)) {
            DevTools devTools = DevTools.connect(peer.automation());
            long start = System.nanoTime();
            devTools.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            peer.done.get(30, TimeUnit.SECONDS);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(401, "headers, which hold five minutes, and check the clock"),
                Arguments.of(403, "the permission bedrock-agentcore:ConnectBrowserAutomationStream"),
                Arguments.of(404, "check whether the session still runs"),
                Arguments.of(429, "connect again later"),
                Arguments.of(500, "connect again later"),
                Arguments.of(302, "check whether the session still runs"),
                Arguments.of(200, "check whether the session still runs"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusedConnectionSaysWhatToDo(int status, String advice) throws Exception {
        try (DevToolsRawPeer peer = DevToolsRawPeer.http(connection -> {
            connection.send(utf8(
                    "HTTP/1.1 " + status + " No\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 2\r\n" + "\r\nno"));
            connection.readToEnd();
        })) {
            assertThatThrownBy(() -> DevTools.connect(peer.automation()))
                    .isInstanceOf(DevToolsException.class)
                    .hasMessageStartingWith("the browser's stream refused the connection with HTTP " + status + ": ")
                    .hasMessageContaining(advice)
                    .hasMessageNotContaining("secret");
            peer.done.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aHandshakeMayFailInOtherWays() throws Exception {
        try (DevToolsRawPeer peer = DevToolsRawPeer.http(connection -> connection.socket.close())) {
            assertThatThrownBy(() -> DevTools.connect(peer.automation()))
                    .isInstanceOf(DevToolsException.class)
                    .hasMessageStartingWith("could not connect to the browser: ");
        }
        try (DevToolsRawPeer peer = DevToolsRawPeer.http(connection ->
                connection.send(utf8("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: wrong\r\n\r\n")))) {
            assertThatThrownBy(() -> DevTools.connect(peer.automation())).isInstanceOf(DevToolsException.class);
        }
        Automation absent = DevToolsServer.automation("ws://127.0.0.1:1/automation");
        assertThatThrownBy(() -> DevTools.connect(absent))
                .isInstanceOf(DevToolsException.class)
                .hasMessageStartingWith("could not connect to the browser: ");
    }

    @Test
    void aHandshakeThatStallsTimesOut() throws Exception {
        try (DevToolsRawPeer peer = DevToolsRawPeer.http(DevToolsRawPeer.Connection::readToEnd)) {
            assertThatThrownBy(() -> DevTools.connect(peer.automation(), o -> o.connectTimeout(Duration.ofMillis(200))))
                    .isInstanceOf(DevToolsTimeoutException.class)
                    .hasMessageStartingWith("the connection to the browser did not open within 200 ms");
            peer.done.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void anInterruptEndsTheHandshake() throws Exception {
        try (DevToolsRawPeer peer = DevToolsRawPeer.http(DevToolsRawPeer.Connection::readToEnd)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> DevTools.connect(peer.automation(), o -> o.connectTimeout(Duration.ofMillis(500))))
                    .isInstanceOf(DevToolsException.class)
                    .hasMessage("connecting to the browser was interrupted");
            assertThat(Thread.interrupted()).isTrue();
            peer.done.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aResponseWithoutResultFailsItsCommandAlone() throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> {
                    connection.readFrame();
                    connection.send(text("{\"id\":1}"));
                    connection.readFrame();
                    connection.send(text("{\"id\":2,\"error\":{}}"));
                    connection.readFrame();
                    connection.send(text("{\"id\":3,\"result\":{}}"));
                    connection.readToEnd();
                });
                DevTools devTools = DevTools.connect(peer.automation())) {
            assertThatThrownBy(() -> devTools.send("A.b"))
                    .hasMessage("A.b failed: the response has neither a result nor an error");
            assertThatThrownBy(() -> devTools.send("B.c")).hasMessage("B.c failed: no message (code 0)");
            assertThat(devTools.send("C.d")).isEqualTo(Document.map(Map.of()));
        }
    }

    @Test
    void aResponseBeforeTheConnectionEndsCounts() throws Exception {
        try (DevToolsRawPeer peer = new DevToolsRawPeer(connection -> {
                    connection.readFrame();
                    connection.send(RESPONSE, close(1000, ""));
                    connection.socket.close();
                });
                DevTools devTools = DevTools.connect(peer.automation())) {
            assertThat(devTools.send("A.b").get("a").asInt()).isEqualTo(1);
        }
    }
}
