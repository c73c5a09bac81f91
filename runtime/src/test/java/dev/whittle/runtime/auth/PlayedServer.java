package dev.whittle.runtime.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that plays one of AWS's, and remembers what it was sent. */
final class PlayedServer implements AutoCloseable {
    /** One request. Header names are in small letters. */
    record Request(String method, String target, Map<String, String> headers, String body) {
        /** The fields of a body that is a form. */
        Map<String, String> form() {
            Map<String, String> form = new LinkedHashMap<>();
            for (String field : body.split("&")) {
                int equals = field.indexOf('=');
                form.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
            return form;
        }
    }

    /** What to respond with. */
    record Response(int status, String body) {
        static Response ok(String body) {
            return new Response(200, body);
        }
    }

    interface Script {
        Response respond(Request request) throws InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> {
        Thread thread = new Thread(r, "played-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Script script;
    final List<Request> requests = new CopyOnWriteArrayList<>();

    PlayedServer(Script script) throws IOException {
        this.script = script;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            requests.add(request);
            Response response = script.respond(request);
            byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + authority();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
