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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The browser sessions of Bedrock AgentCore as far as HTTP goes: an embedded server on a free port of the loopback
 * interface. It knows the routes, wants requests signed for the service, and responds in JSON. What the sessions are is
 * up to {@link Sessions}.
 */
final class LoopbackService implements AutoCloseable {
    private static final Pattern ROUTE = Pattern.compile("/browsers/([^/]+)/sessions/(start|get|list|stop)");
    private static final Pattern SIGNATURE = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/[^/]+/bedrock-agentcore/aws4_request, SignedHeaders=.*host.*");

    private final HttpServer server;
    private final Sessions sessions = new Sessions();

    private LoopbackService(HttpServer server) {
        this.server = server;
    }

    static LoopbackService start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LoopbackService service = new LoopbackService(server);
        server.createContext("/", service::handle);
        server.start();
        return service;
    }

    URI endpoint() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders()
                    .set("x-amzn-RequestId", UUID.randomUUID().toString());
            try {
                respond(exchange, 200, perform(exchange));
            } catch (ServiceFault fault) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", fault.code());
                respond(exchange, fault.status(), Map.of("message", String.valueOf(fault.getMessage())));
            }
        }
    }

    private static void respond(HttpExchange exchange, int status, Map<String, ?> members) throws IOException {
        byte[] body = Json.write(members);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private Map<String, Object> perform(HttpExchange exchange) throws IOException, ServiceFault {
        Map<String, Object> input = Json.readObject(exchange.getRequestBody().readAllBytes());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !SIGNATURE.matcher(authorization).matches()) {
            throw ServiceFault.accessDenied("the request is not signed for bedrock-agentcore");
        }
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        Matcher route = ROUTE.matcher(path);
        if (!route.matches()) {
            throw ServiceFault.unknownOperation(method, path);
        }
        String browser = decode(route.group(1));
        String session = sessionId(exchange.getRequestURI().getRawQuery());
        return switch (method + " " + route.group(2)) {
            case "PUT start" -> sessions.start(browser, input);
            case "GET get" -> sessions.get(browser, session);
            case "POST list" -> sessions.list(browser, input);
            case "PUT stop" -> sessions.stop(browser, session);
            default -> throw ServiceFault.unknownOperation(method, path);
        };
    }

    private static String sessionId(@Nullable String query) {
        return query != null && query.startsWith("sessionId=") ? decode(query.substring("sessionId=".length())) : "";
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
