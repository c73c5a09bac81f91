package dev.whittle.benchmarks.child;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The made-up store, in a process of its own: answers with as many bytes, or entries, as the path says. */
final class StoreServer {
    private byte[] list = new byte[0];
    private int listed = -1;

    private StoreServer() {}

    /** Prints the port twice, as {@link LoopbackServer} prints two, then serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        // Else a head waits 40 ms for the body that follows it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        StoreServer store = new StoreServer();
        server.createContext("/", store::answer);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        int port = server.getAddress().getPort();
        System.out.println(port + " " + port);
        while (System.in.read() >= 0) {
            // Whoever started this process holds the other end.
        }
        System.exit(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            String path = exchange.getRequestURI().getPath();
            int size = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            if (!exchange.getRequestMethod().equals("GET")) {
                body(exchange, "application/json", "{}".getBytes(StandardCharsets.US_ASCII), 2);
            } else if (path.startsWith("/objects/")) {
                body(exchange, "application/octet-stream", new byte[64 * 1024], size);
            } else {
                byte[] entries = list(size);
                body(exchange, "application/json", entries, entries.length);
            }
        }
    }

    /** Writes a piece as often as it takes. */
    private static void body(HttpExchange exchange, String type, byte[] piece, int size) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
        OutputStream out = exchange.getResponseBody();
        for (int left = size; left > 0; left -= piece.length) {
            out.write(piece, 0, Math.min(left, piece.length));
        }
    }

    private synchronized byte[] list(int size) throws IOException {
        if (size != listed) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write("{\"entries\":[".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < size; i++) {
                String entry = (i == 0 ? "" : ",") + "{\"key\":\"folder/object-" + i + "\",\"bytes\":" + i * 37L
                        + ",\"changedAt\":\"2026-11-22T09:15:30Z\"}";
                out.write(entry.getBytes(StandardCharsets.US_ASCII));
            }
            out.write("]}".getBytes(StandardCharsets.US_ASCII));
            list = out.toByteArray();
            listed = size;
        }
        return list;
    }
}
