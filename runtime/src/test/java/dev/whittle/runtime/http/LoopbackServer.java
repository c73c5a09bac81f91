package dev.whittle.runtime.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on a loopback socket whose every byte the test writes itself. */
final class LoopbackServer implements AutoCloseable {
    /** What to do with one request; returning false closes the connection. */
    interface Script {
        boolean respond(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final List<String> requests = new CopyOnWriteArrayList<>();
    /** Open when the server is to end, so that a script can stall until then. */
    final CountDownLatch ending = new CountDownLatch(1);

    LoopbackServer(Script script) throws IOException {
        this(script, ServerSocketFactory.getDefault());
    }

    /** A server whose sockets are made by a factory, such as one of TLS. */
    LoopbackServer(Script script, ServerSocketFactory sockets) throws IOException {
        this.script = script;
        this.server = sockets.createServerSocket(0, 300, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    HttpRequest.Builder request(String method) {
        return HttpRequest.builder()
                .method(method)
                .origin("http", authority())
                .path("/x")
                .timeouts(5000, 20_000);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed at the end of the test.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String request = read(in);
            while (request != null) {
                requests.add(request);
                if (!script.respond(request, socket.getOutputStream())) {
                    return;
                }
                request = read(in);
            }
        } catch (IOException e) {
            // The client went away, as some tests want it to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Head and body of a request; null at the end of the stream. */
    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            head.append((char) c);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        lower.substring(at + 15, lower.indexOf('\r', at)).trim());
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static boolean ok(OutputStream out, String body) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        return true;
    }

    @Override
    public void close() throws IOException {
        ending.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
