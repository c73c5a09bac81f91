package dev.whittle.bedrockagentcore.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The browser sessions of Bedrock AgentCore as far as HTTP goes: an embedded server on a free port of the loopback
 * interface. It knows the routes, wants requests signed for the service, and responds in JSON. {@link Sessions} keeps the
 * sessions. A test can make requests fail with a {@link Disturbance}.
 */
public final class LoopbackService implements AutoCloseable {
    private static final Pattern ROUTE = Pattern.compile(
            "/(?:browsers|browser-profiles)/([^/]+)/(?:sessions/)?(?:streams/)?(start|get|list|stop|update|invoke|save)");
    private static final String SESSION_HEADER = "x-amzn-browser-session-id";
    private static final Pattern SIGNATURE = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/[^/]+/bedrock-agentcore/aws4_request, SignedHeaders=.*host.*");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackService::daemon);
    private final Sessions sessions;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Disturbance disturbance = Disturbance.NONE;

    private LoopbackService(HttpServer server, Sessions sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /** A service that is newer than the client, with streams that do not respond. */
    static LoopbackService start() throws IOException {
        return start(new Sessions());
    }

    /** A service of these sessions. */
    public static LoopbackService start(Sessions sessions) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LoopbackService service = new LoopbackService(server, sessions);
        server.createContext("/", service::handle);
        server.setExecutor(service.threads);
        server.start();
        return service;
    }

    /** Lets requests fail from now on, and counts them anew. */
    public void disturb(Disturbance with) {
        requests.set(0);
        disturbance = with;
    }

    /** The sessions of the service. */
    public Sessions sessions() {
        return sessions;
    }

    /** Where the service listens. */
    public URI endpoint() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /** Stops listening, and waits a moment for requests that it works on. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "loopback-service");
        thread.setDaemon(true);
        return thread;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders()
                    .set("x-amzn-RequestId", UUID.randomUUID().toString());
            try {
                Call call = call(exchange);
                Disturbance.Fault fault = disturbance.of(call.operation(), requests.getAndIncrement());
                Map<String, Object> output = fault.isPerformed() ? perform(exchange, call) : Map.of();
                switch (fault) {
                    case NONE -> respond(exchange, 200, output);
                    case ERROR_BEFORE, ERROR_AFTER -> throw ServiceFault.internal("the service failed for a test");
                    case THROTTLE -> throw ServiceFault.throttling("the service was slow for a test");
                    case DROP_BEFORE, DROP_AFTER -> {
                        // The exchange closes without a response.
                    }
                }
            } catch (ServiceFault fault) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", fault.code());
                respond(exchange, fault.status(), Map.of("message", String.valueOf(fault.getMessage())));
            } catch (InterruptedException e) {
                // The service closes: the connection ends without a response.
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void respond(HttpExchange exchange, int status, Map<String, ?> members) throws IOException {
        byte[] body = Json.write(members);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** A request of an operation of the service. */
    private record Call(String operation, String label, Map<String, Object> input) {}

    private static Call call(HttpExchange exchange) throws IOException, ServiceFault {
        Map<String, Object> input = Json.readObject(exchange.getRequestBody().readAllBytes());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!isSigned(authorization)) {
            throw ServiceFault.accessDenied("the request is not signed for bedrock-agentcore");
        }
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        Matcher route = ROUTE.matcher(path);
        if (!route.matches()) {
            throw ServiceFault.unknownOperation(method, path);
        }
        return new Call(method + " " + route.group(2), decode(route.group(1)), input);
    }

    /** Whether an Authorization header looks like a signature for the service; it is not checked. */
    static boolean isSigned(@Nullable String authorization) {
        return authorization != null && SIGNATURE.matcher(authorization).matches();
    }

    private Map<String, Object> perform(HttpExchange exchange, Call call) throws ServiceFault {
        String session = sessionId(exchange.getRequestURI().getRawQuery());
        Map<String, Object> input = call.input();
        return switch (call.operation()) {
            case "PUT start" -> sessions.start(call.label(), input);
            case "GET get" -> sessions.get(call.label(), session);
            case "POST list" -> sessions.list(call.label(), input);
            case "PUT stop" -> sessions.stop(call.label(), session);
            case "PUT update" -> sessions.update(call.label(), session, input);
            case "PUT save" -> sessions.save(call.label(), input);
            case "POST invoke" -> {
                String id = exchange.getRequestHeaders().getFirst(SESSION_HEADER);
                exchange.getResponseHeaders().set(SESSION_HEADER, String.valueOf(id));
                yield sessions.invoke(call.label(), String.valueOf(id), input);
            }
            default ->
                throw ServiceFault.unknownOperation(
                        exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
        };
    }

    private static String sessionId(@Nullable String query) {
        return query != null && query.startsWith("sessionId=") ? decode(query.substring("sessionId=".length())) : "";
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
