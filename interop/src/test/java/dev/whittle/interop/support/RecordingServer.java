package dev.whittle.interop.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Records every request and responds as it is told, on a free port of the loopback interface. */
public final class RecordingServer implements AutoCloseable {
    static {
        // Otherwise each response waits for the acknowledgement of its head, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    /** Starts a server whose responses are empty objects. */
    public RecordingServer() {
        answers.add(Answer.json(200, "{}"));
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /** Responds with these from now on, in this order, and with the last of them from then on. */
    public synchronized void answer(Answer... next) {
        answers.clear();
        answers.addAll(List.of(next));
        requests.clear();
    }

    /** All requests since {@link #answer}. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The last request. */
    public synchronized RecordedRequest lastRequest() {
        if (requests.isEmpty()) {
            throw new AssertionError("no request came");
        }
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized Answer record(RecordedRequest request) {
        requests.add(request);
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = record(new RecordedRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    RecordedRequest.lowerCased(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
