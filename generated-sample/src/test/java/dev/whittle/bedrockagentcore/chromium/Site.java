package dev.whittle.bedrockagentcore.chromium;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page to try browsers on, on a free port of the loopback interface: a form that greets, links that
 * open an alert and a question, and text for several sheets of paper.
 */
public final class Site implements AutoCloseable {
    /** The number of the page's paragraphs, each of which has its number in it. */
    public static final int PARAGRAPHS = 120;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Greetings</title>
            <style>
              body { font-family: sans-serif; background: linear-gradient(#eef, #fee); }
              h1 { color: #036; }
              #alert { position: absolute; left: 400px; top: 20px; width: 100px; height: 30px; background: #fc0; }
            </style>
            <h1>Greetings</h1>
            <form onsubmit="result.textContent = 'Hello, ' + person.value + '!'; return false">
              <label>Name <input id="person" autofocus></label>
              <button id="greet">Greet</button>
            </form>
            <p id="result"></p>
            <a id="alert" href="#" onclick="alert('Look here'); result.textContent = 'Seen'; return false">Alert</a>
            <a id="confirm" href="#" onclick="result.textContent = confirm('Sure?') ? 'Yes' : 'No'; return false">Confirm</a>
            %s
            </html>
            """;

    private final HttpServer server;

    private Site(HttpServer server) {
        this.server = server;
    }

    /** Starts a server of the page. */
    public static Site start() throws IOException {
        String paragraphs = IntStream.rangeClosed(1, PARAGRAPHS)
                .mapToObj(number -> "<p>Paragraph " + number + "</p>")
                .collect(Collectors.joining("\n"));
        byte[] page = PAGE.formatted(paragraphs).getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean isFound = exchange.getRequestURI().getPath().equals("/");
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(isFound ? 200 : 404, isFound ? page.length : -1);
                if (isFound) {
                    exchange.getResponseBody().write(page);
                }
            }
        });
        server.start();
        return new Site(server);
    }

    /** The address of the page. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
