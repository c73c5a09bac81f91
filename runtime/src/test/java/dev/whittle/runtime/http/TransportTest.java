package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transports against a server on a real socket. Limits are far apart, so that a slow machine is no failure. */
@Tag("transport")
@Timeout(60)
class TransportTest {
    /** Long before the server would let go, and long after a limit of 200 ms. */
    private static final Duration SOON = Duration.ofSeconds(10);

    static List<HttpTransport> transports() {
        return Transports.underTest();
    }

    private static String text(HttpResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void sendsWhatItIsGivenAndNothingOfItsOwn(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, "fine"))) {
            byte[] body = "[body]".getBytes(StandardCharsets.UTF_8);
            HttpRequest.Builder request =
                    server.request("POST").path("/a%20b/c").query("q=%2F").body(RequestBody.unsafe(body, 1, 4));
            request.headers()
                    .add("X-One", "1")
                    .add("Content-Type", "text/plain")
                    .add("User-Agent", "me");
            HttpResponse response = transport.send(request.build());
            assertThat(response.status()).isEqualTo(200);
            assertThat(text(response)).isEqualTo("fine");
            assertThat(server.requests.get(0))
                    .startsWith("POST /a%20b/c?q=%2F HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nX-One: 1\r\n")
                    .containsIgnoringCase("\r\nContent-Type: text/plain\r\n")
                    .containsIgnoringCase("\r\nUser-Agent: me\r\n")
                    .containsIgnoringCase("\r\nContent-Length: 4\r\n")
                    .containsIgnoringCase("\r\nHost: " + server.authority() + "\r\n")
                    .doesNotContainIgnoringCase("urlencoded")
                    .endsWith("\r\n\r\nbody");
        }
    }

    /** Models can bind members to them. */
    @ParameterizedTest
    @MethodSource("transports")
    void headersOfTheTransportMayBeGivenIfTheyAreRight(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, "fine"))) {
            HttpRequest.Builder request = server.request("PUT").body(RequestBody.utf8("body"));
            request.headers().add("content-length", " 4 ").add("HOST", server.authority());
            assertThat(text(transport.send(request.build()))).isEqualTo("fine");
            assertThat(server.requests.get(0).lines())
                    .filteredOn(line -> line.toLowerCase(Locale.ROOT).matches("(content-length|host):.*"))
                    .hasSize(2);
            for (String[] wrong : new String[][] {
                {"Content-Length", "5"},
                {"Content-Length", ""},
                {"Host", "other.example"},
                {"Transfer-Encoding", "gzip"}
            }) {
                HttpRequest.Builder refused = server.request("PUT").body(RequestBody.utf8("body"));
                refused.headers().add(wrong[0], wrong[1]);
                assertThatThrownBy(() -> transport.send(refused.build()))
                        .isInstanceOf(UnsendableRequestException.class)
                        .hasMessageContaining("the header " + wrong[0]);
            }
            assertThat(server.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void pathsAreSentAsTheyAre(HttpTransport transport) throws IOException {
        for (String path : List.of("/../a", "/a/./b/../c", "/a//b/", "/..", "/%2E%2E/a", "//a", "/.")) {
            try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, "fine"))) {
                text(transport.send(server.request("GET").path(path).query("q").build()));
                assertThat(server.requests.get(0)).startsWith("GET " + path + "?q HTTP/1.1\r\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"})
    void aRequestWithoutBodyHasNoContentType(String method) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            return true;
        })) {
            HttpRequest.Builder request = server.request(method);
            request.headers().add("User-Agent", "me");
            text(new SocketTransport().send(request.build()));
            assertThat(server.requests.get(0))
                    .startsWith(method + " /x HTTP/1.1\r\n")
                    .doesNotContainIgnoringCase("content-type")
                    .doesNotContainIgnoringCase("cache")
                    .doesNotContainIgnoringCase("pragma");
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void everyStatusIsAResponseWithItsBodyAndHeaders(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, "HTTP/1.1 404 No\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 4\r\n\r\nnope");
            return true;
        })) {
            HttpResponse response = transport.send(server.request("GET").build());
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.headers().joined("X-a")).matches("1, 2|2, 1");
            assertThat(text(response)).isEqualTo("nope");
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void redirectsAreResponsesToo(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
            return true;
        })) {
            HttpResponse response = transport.send(server.request("GET").build());
            assertThat(response.status()).isEqualTo(302);
            assertThat(text(response)).isEmpty();
            assertThat(server.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aResponseWithoutContentHasAnEmptyBody(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, "HTTP/1.1 204 No Content\r\n\r\n");
            return true;
        })) {
            HttpResponse response = transport.send(server.request("DELETE").build());
            assertThat(response.status()).isEqualTo(204);
            assertThat(text(response)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"", "407 Proxy"})
    void aChallengeIsAResponseAndNobodyIsAskedForAPassword(String status) throws IOException {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("user", "secret".toCharArray());
            }
        });
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, "HTTP/1.1 " + status + "\r\nX-A: 1\r\nContent-Length: 2\r\n\r\nno");
            return true;
        })) {
            HttpTransport transport = new SocketTransport();
            HttpRequest.Builder post = server.request("POST").body(RequestBody.empty());
            post.headers().add("Content-Type", "text/plain");
            HttpResponse response = transport.send(post.build());
            assertThat(response.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
            assertThat(response.headers().first("X-A")).isEqualTo("1");
            response.close();
            assertThat(server.requests).hasSize(1);
        } finally {
            Authenticator.setDefault(null);
        }
    }

    @Test
    void cookiesOfTheProcessAreLeftAlone() throws IOException {
        CookieHandler.setDefault(new CookieManager());
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, "HTTP/1.1 200 OK\r\nSet-Cookie: got=1\r\nContent-Length: 0\r\n\r\n");
            return true;
        })) {
            CookieHandler.getDefault()
                    .put(URI.create("http://" + server.authority() + "/x"), Map.of("Set-Cookie", List.of("had=1")));
            text(new SocketTransport().send(server.request("GET").build()));
            assertThat(server.requests.get(0)).doesNotContainIgnoringCase("cookie");
            assertThat(CookieHandler.getDefault()
                            .get(URI.create("http://" + server.authority() + "/x"), Map.of())
                            .toString())
                    .contains("had")
                    .doesNotContain("got");
        } finally {
            CookieHandler.setDefault(null);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aConnectionIsUsedAgain(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            if (request.contains("fail")) {
                LoopbackServer.write(out, "HTTP/1.1 500 Oh\r\nContent-Length: 3\r\n\r\nbad");
            } else if (request.contains("chunked")) {
                LoopbackServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
            } else {
                LoopbackServer.ok(out, "ok");
            }
            return true;
        })) {
            for (String path : List.of("/", "/fail", "/chunked", "/", "/fail", "/chunked")) {
                HttpResponse response =
                        transport.send(server.request("GET").path(path).build());
                assertThat(text(response)).isEqualTo(path.equals("/fail") ? "bad" : "ok");
            }
            assertThat(server.requests).hasSize(6);
            assertThat(server.connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 0})
    void aPostIsNeverSentTwiceBehindOurBack(int size) throws IOException {
        // The second request meets a connection that the server drops when it has read it.
        try (LoopbackServer server =
                new LoopbackServer((request, out) -> request.contains("/first") && LoopbackServer.ok(out, "ok"))) {
            HttpTransport transport = new SocketTransport();
            text(transport.send(server.request("GET").path("/first").build()));
            HttpRequest.Builder post =
                    server.request("POST").path("/second").body(RequestBody.unsafe(new byte[10], 0, size));
            post.headers().add("Content-Type", "text/plain");
            assertThatThrownBy(() -> transport.send(post.build())).isInstanceOf(IOException.class);
            assertThat(server.requests).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "GET", "QUERY"})
    void anyMethodMayHaveABody(String method) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, "ok"))) {
            HttpRequest.Builder request = server.request(method).body(RequestBody.unsafe(new byte[] {'h', 'i'}, 0, 2));
            request.headers().add("Origin", "http://here");
            for (HttpTransport transport : transports()) {
                assertThat(text(transport.send(request.build()))).isEqualTo("ok");
            }
            assertThat(server.requests.get(0))
                    .startsWith(method + " /x HTTP/1.1")
                    .containsIgnoringCase("origin: http://here")
                    .endsWith("\r\n\r\nhi");
        }
    }

    /** Where a server may stop: before anything, within the headers, within either kind of body. */
    private static final String STALLS = "|HTTP/1.1 200 OK\r\nX-A: |HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nab"
            + "|HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n|HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\n";

    static List<Arguments> stalls() {
        List<Arguments> all = new ArrayList<>();
        for (String stall : STALLS.split("\\|")) {
            Transports.underTest().forEach(transport -> all.add(Arguments.of(transport, stall)));
        }
        return all;
    }

    private static LoopbackServer stallingServer(String beginning) throws IOException {
        LoopbackServer[] self = new LoopbackServer[1];
        self[0] = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, beginning);
            self[0].ending.await();
            return false;
        });
        return self[0];
    }

    @ParameterizedTest
    @MethodSource("stalls")
    void aServerThatStallsIsGivenUpInTime(HttpTransport transport, String beginning) throws IOException {
        try (LoopbackServer server = stallingServer(beginning)) {
            HttpRequest request = server.request("GET").timeouts(5000, 200).build();
            assertTimeoutPreemptively(
                    SOON,
                    () -> assertThatThrownBy(() -> text(transport.send(request)))
                            .isInstanceOf(SocketTimeoutException.class)
                            .isNotInstanceOf(ConnectTimeoutException.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-A: ", "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"})
    void aServerThatTricklesIsGivenUpInTime(String beginning) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, beginning);
            while (true) {
                LoopbackServer.write(out, "x");
                Thread.sleep(20);
            }
        })) {
            HttpRequest request = server.request("GET").timeouts(5000, 300).build();
            assertTimeoutPreemptively(
                    SOON,
                    () -> assertThatThrownBy(() -> text(new SocketTransport().send(request)))
                            .isInstanceOf(SocketTimeoutException.class));
        }
    }

    @ParameterizedTest
    @MethodSource("stalls")
    void anInterruptedCallerIsReleasedAndStaysInterrupted(HttpTransport transport, String beginning) throws Exception {
        try (LoopbackServer server = stallingServer(beginning)) {
            Throwable[] thrown = new Throwable[1];
            boolean[] flag = new boolean[1];
            Thread caller = new Thread(() -> {
                try {
                    text(transport.send(server.request("GET").build()));
                } catch (IOException e) {
                    thrown[0] = e;
                }
                flag[0] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            while (server.requests.isEmpty()) {
                Thread.sleep(5);
            }
            caller.interrupt();
            caller.join(SOON.toMillis());
            assertThat(caller.isAlive()).isFalse();
            assertThat(thrown[0])
                    .isInstanceOf(InterruptedIOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThat(flag[0]).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aBodyThatEndsEarlyIsAnError(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> {
            LoopbackServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
            return false;
        })) {
            assertThatThrownBy(() -> text(transport.send(server.request("GET").build())))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void noServerIsAnError(HttpTransport transport) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        HttpRequest request =
                HttpRequest.builder().origin("http", "127.0.0.1:" + port).build();
        assertThatThrownBy(() -> transport.send(request)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aClosedTransportSendsNothing(HttpTransport transport) throws IOException {
        try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, "ok"))) {
            transport.close();
            assertThatThrownBy(() -> transport.send(server.request("GET").build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed");
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aLongBodyArrivesWhole() throws IOException {
        String body = "0123456789".repeat(50_000);
        try (LoopbackServer server = new LoopbackServer((request, out) -> LoopbackServer.ok(out, body))) {
            HttpResponse response =
                    new SocketTransport().send(server.request("GET").build());
            assertThat(text(response)).isEqualTo(body);
            try (InputStream again =
                    new SocketTransport().send(server.request("GET").build()).body()) {
                assertThat(again.read()).isEqualTo('0');
                assertThat(again.readNBytes(3)).containsExactly('1', '2', '3');
            }
        }
    }
}
