package dev.whittle.bedrockagentcore.chromium;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.demo.ServiceFault;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.document.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser sessions of Bedrock AgentCore with a {@link Chromium} for each, on free ports of the loopback interface. It
 * takes requests, WebSocket connections and live view URLs that are signed with one pair of credentials for {@link
 * #REGION}, and refuses all others. All browsers stop when it is closed.
 */
public final class BrowserService implements AutoCloseable {
    /** The region that clients sign for. */
    public static final String REGION = "us-west-2";

    private static final Pattern ROUTE =
            Pattern.compile("/browsers/([^/]+)/sessions/(start|get|list|stop|invoke|streams/update)");
    private static final Pattern SAVE = Pattern.compile("/browser-profiles/([^/]+)/save");
    private static final Pattern BROWSER = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
    private static final String SESSION_HEADER = "x-amzn-browser-session-id";

    private final Credentials credentials;
    private final HttpServer server;
    private final Signatures signatures;
    private final Relay relay;
    private final UnaryOperator<Document> described;
    private final Map<String, HostedSession> sessions = new LinkedHashMap<>();
    private boolean isClosed;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "browser-service");
        thread.setDaemon(true);
        return thread;
    });

    private BrowserService(
            Credentials credentials,
            HttpServer server,
            Signatures signatures,
            Relay relay,
            UnaryOperator<Document> described) {
        this.credentials = credentials;
        this.server = server;
        this.signatures = signatures;
        this.relay = relay;
        this.described = described;
    }

    /**
     * Starts the service, without a session.
     *
     * @param credentials what clients sign with
     */
    public static BrowserService start(Credentials credentials) throws IOException {
        return start(credentials, UnaryOperator.identity());
    }

    /**
     * Starts the service, without a session.
     *
     * @param credentials what clients sign with
     * @param described changes what the service says of a session that is looked up
     */
    public static BrowserService start(Credentials credentials, UnaryOperator<Document> described) throws IOException {
        Signatures signatures = new Signatures(credentials, REGION);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BrowserService service =
                new BrowserService(credentials, server, signatures, Relay.start(signatures), described);
        server.setExecutor(service.threads);
        server.createContext("/", service::handle);
        server.start();
        return service;
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client of it, with the right credentials. */
    public BedrockAgentCoreClient client() {
        return BedrockAgentCoreClient.builder()
                .region(REGION)
                .endpoint(endpoint())
                .credentials(CredentialsProvider.of(credentials))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        synchronized (sessions) {
            isClosed = true;
        }
        all().forEach(HostedSession::close);
        try {
            relay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders()
                    .set("x-amzn-RequestId", UUID.randomUUID().toString());
            try {
                Request request = Request.of(exchange);
                signatures.checkHeaders(request);
                String session = request.header(SESSION_HEADER);
                if (!session.isEmpty()) {
                    exchange.getResponseHeaders().set(SESSION_HEADER, session);
                }
                respond(exchange, 200, perform(request));
            } catch (SignatureException e) {
                fail(exchange, ServiceFault.accessDenied(String.valueOf(e.getMessage())));
            } catch (ServiceFault e) {
                fail(exchange, e);
            } catch (IOException | RuntimeException e) {
                fail(exchange, ServiceFault.internal(e.toString()));
            }
        }
    }

    private static void fail(HttpExchange exchange, ServiceFault fault) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", fault.code());
        respond(exchange, fault.status(), Json.object("message", String.valueOf(fault.getMessage())));
    }

    private static void respond(HttpExchange exchange, int status, Document body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Document perform(Request request) throws IOException, ServiceFault {
        Document input = Json.read(request.body());
        Matcher save = SAVE.matcher(request.path());
        if (request.method().equals("PUT") && save.matches()) {
            return save(Request.decode(save.group(1)), input);
        }
        Matcher route = ROUTE.matcher(request.path());
        if (!route.matches()) {
            throw unknown(request);
        }
        String browser = Request.decode(route.group(1));
        String id = request.query().getOrDefault("sessionId", request.header(SESSION_HEADER));
        return switch (request.method() + " " + route.group(2)) {
            case "PUT start" -> start(browser, input);
            case "GET get" -> described.apply(find(browser, id).description());
            case "POST list" -> list(browser, input);
            case "PUT stop" -> stop(find(browser, id));
            case "POST invoke" -> Json.object("result", ready(browser, id).perform(input.get("action")));
            case "PUT streams/update" -> update(ready(browser, id), input.get("streamUpdate"));
            default -> throw unknown(request);
        };
    }

    private static ServiceFault unknown(Request request) {
        return ServiceFault.unknownOperation(request.method(), request.path());
    }

    private Document start(String browser, Document input) throws IOException, ServiceFault {
        if (!BROWSER.matcher(browser).matches()) {
            throw ServiceFault.notFound("there is no browser " + browser);
        }
        String id =
                UUID.randomUUID().toString().replace("-", "").substring(0, 26).toUpperCase(Locale.ROOT);
        HostedSession session = HostedSession.start(browser, id, input, relay);
        synchronized (sessions) {
            if (isClosed) {
                session.close();
            }
            sessions.put(id, session);
        }
        return session.description();
    }

    private Document list(String browser, Document input) {
        String status = Json.text(input, "status", "");
        List<Document> items = all().stream()
                .filter(session ->
                        session.browser().equals(browser) && (status.isEmpty() || status.equals(session.status())))
                .map(HostedSession::summary)
                .toList();
        return Json.object("items", Document.list(items));
    }

    private static Document stop(HostedSession session) {
        session.close();
        return session.changed("lastUpdatedAt");
    }

    private static Document update(HostedSession session, Document update) {
        String status = Json.text(update.get("automationStreamUpdate"), "streamStatus", "");
        if (!status.isEmpty()) {
            session.enableAutomation(status.equals("ENABLED"));
        }
        Map<String, Document> members =
                new LinkedHashMap<>(session.changed("updatedAt").asMap());
        members.put("streams", session.streams());
        return Document.map(members);
    }

    private Document save(String profile, Document input) throws ServiceFault {
        HostedSession session = ready(
                input.get("browserIdentifier").asString(),
                input.get("sessionId").asString());
        Map<String, Document> members =
                new LinkedHashMap<>(session.changed("lastUpdatedAt").asMap());
        members.put("profileIdentifier", Document.of(profile));
        return Document.map(members);
    }

    private List<HostedSession> all() {
        synchronized (sessions) {
            return new ArrayList<>(sessions.values());
        }
    }

    private HostedSession find(String browser, String id) throws ServiceFault {
        return all().stream()
                .filter(session ->
                        session.browser().equals(browser) && session.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(browser, id));
    }

    private HostedSession ready(String browser, String id) throws ServiceFault {
        HostedSession session = find(browser, id);
        if (!session.status().equals("READY")) {
            throw notFound(browser, id);
        }
        return session;
    }

    private static ServiceFault notFound(String browser, String id) {
        return ServiceFault.notFound("browser " + browser + " has no session " + id);
    }
}
