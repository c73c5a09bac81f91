package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.ObjectMapper;

/** A server on this machine that gives the responses of a page, and compares each request with the page's. */
final class StandIn implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_EXPECTED = 400;

    private final List<WireExchange> exchanges;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final HttpServer server;

    StandIn(List<WireExchange> exchanges) throws IOException {
        this.exchanges = exchanges;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    /** A port that nothing listened on a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every request came, as it is on the page. */
    void assertAllAsExpected(String place) {
        assertThat(failures).as(place).isEmpty();
        assertThat(seen).as("%s: requests", place).hasValue(exchanges.size());
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            int index = seen.getAndIncrement();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (index >= exchanges.size()) {
                failures.add(new AssertionError("one more: " + exchange.getRequestURI()));
                exchange.sendResponseHeaders(NOT_EXPECTED, -1);
                return;
            }
            WireExchange expected = exchanges.get(index);
            try {
                compare(exchange, body, expected);
            } catch (AssertionError | RuntimeException e) {
                failures.add(e);
            }
            send(exchange, expected.response());
        }
    }

    private static void compare(HttpExchange actual, String body, WireExchange expected) {
        WireExchange.Message request = expected.request();
        assertThat(actual.getRequestMethod() + " " + actual.getRequestURI() + " HTTP/1.1")
                .as(expected.place())
                .isEqualTo(request.start());
        for (String header : request.headers()) {
            String[] parts = header.split(": ", 2);
            assertThat(actual.getRequestHeaders().getFirst(parts[0]))
                    .as("%s: %s", expected.place(), parts[0])
                    .isEqualTo(parts[1]);
        }
        if (request.body().startsWith("{")) {
            assertThat(JSON.readTree(body)).as(expected.place()).isEqualTo(JSON.readTree(request.body()));
        } else {
            assertThat(body).as(expected.place()).isEqualTo(request.body());
        }
    }

    private static void send(HttpExchange exchange, WireExchange.Message response) throws IOException {
        for (String header : response.headers()) {
            String[] parts = header.split(": ", 2);
            exchange.getResponseHeaders().set(parts[0], parts[1]);
        }
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(response.part(1)), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
