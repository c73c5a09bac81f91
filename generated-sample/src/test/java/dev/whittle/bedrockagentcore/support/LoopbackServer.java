package dev.whittle.bedrockagentcore.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records every request and gives the same response to all of them, on a free port of the loopback interface. */
public final class LoopbackServer implements AutoCloseable {
    /** What clients of this server sign with. */
    public static final String REGION = "eu-central-1";

    /** What clients of this server sign with. */
    public static final String ACCESS_KEY_ID = "AKIDEXAMPLE";

    /** What clients of this server sign with. */
    public static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /** The one moment that signatures are dated by. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:15:30Z"), ZoneOffset.UTC);

    /** The only idempotency token. */
    public static final String TOKEN = "3f1c2a9e-0d53-4a3e-9d5b-6b1f0c7e8a42";

    private final HttpServer server;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Response response;

    /** Starts a server. */
    public LoopbackServer(Response response) {
        this.response = response;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** A server that responds with 200 and this JSON. */
    public static LoopbackServer responding(String json) {
        return new LoopbackServer(Response.json(200, json));
    }

    /** Responds differently from now on. */
    public void respond(Response response) {
        this.response = response;
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /** A client of it, with the clock, credentials and token named here. */
    public BedrockAgentCoreClient client() {
        return BedrockAgentCoreClient.builder()
                .region(REGION)
                .endpoint(endpoint())
                .credentials(CredentialsProvider.of(Credentials.of(ACCESS_KEY_ID, SECRET_ACCESS_KEY)))
                .clock(CLOCK)
                .idempotencyTokens(() -> TOKEN)
                .build();
    }

    /** All requests so far. */
    public List<RecordedRequest> requests() {
        return requests;
    }

    /** The last request. */
    public RecordedRequest lastRequest() {
        if (requests.isEmpty()) {
            throw new AssertionError("no request came");
        }
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new RecordedRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    RecordedRequest.lowerCased(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            Response current = response;
            current.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(current.status(), current.body().length == 0 ? -1 : current.body().length);
            exchange.getResponseBody().write(current.body());
        }
    }
}
