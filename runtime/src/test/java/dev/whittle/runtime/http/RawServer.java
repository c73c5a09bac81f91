package dev.whittle.runtime.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on a loopback socket that does with each connection what a script says, byte by byte, and then closes it. */
final class RawServer implements AutoCloseable {
    /** What becomes of one connection. */
    interface Script {
        void run(Connection connection) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final CountDownLatch ending = new CountDownLatch(1);
    final AtomicInteger connections = new AtomicInteger();

    /** The heads of requests that were read. */
    final List<String> heads = new CopyOnWriteArrayList<>();

    /** What was read besides heads, by connection, when it has ended. */
    final List<String> received = new CopyOnWriteArrayList<>();

    RawServer(Script script) throws IOException {
        this(script, ServerSocketFactory.getDefault());
    }

    RawServer(Script script, ServerSocketFactory factory) throws IOException {
        this.script = script;
        this.server = factory.createServerSocket(0, 300, InetAddress.getByName("127.0.0.1"));
        daemon(this::accept);
    }

    /** A server that gives the same response to every request; it reads no bodies. */
    static RawServer responding(String response) throws IOException {
        return new RawServer(c -> {
            while (!c.readHead().isEmpty()) {
                c.write(response);
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    HttpRequest.Builder request(String method) {
        return HttpRequest.builder()
                .method(method)
                .origin("http", "127.0.0.1:" + port())
                .path("/x")
                .timeouts(5000, 20_000);
    }

    /** Waits until so many connections have come to the end of the script. */
    void awaitClosed(int count) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (closed.get() < count && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
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
        StringBuilder read = new StringBuilder();
        try (socket) {
            script.run(new Connection(socket, new BufferedInputStream(socket.getInputStream()), read));
        } catch (IOException e) {
            // The client went away, as some tests want it to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            received.add(read.toString());
            closed.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        ending.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection. */
    final class Connection {
        final Socket socket;
        private final InputStream in;

        /** What was read besides heads. */
        final StringBuilder read;

        Connection(Socket socket, InputStream in, StringBuilder read) {
            this.socket = socket;
            this.in = in;
            this.read = read;
        }

        /** The head of a request; empty at the end of the stream. */
        String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
                int c = in.read();
                if (c < 0) {
                    return "";
                }
                head.append((char) c);
            }
            heads.add(head.toString());
            return head.toString();
        }

        InputStream input() {
            return in;
        }

        void readExactly(int count) throws IOException {
            in.skipNBytes(count);
        }

        void readUntil(String end) throws IOException {
            while (read.length() < end.length()
                    || !read.substring(read.length() - end.length()).equals(end)) {
                int c = in.read();
                if (c < 0) {
                    return;
                }
                read.append((char) c);
            }
        }

        void readToEnd() throws IOException {
            int c = in.read();
            while (c >= 0) {
                read.append((char) c);
                c = in.read();
            }
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        void writeForever(String text) throws IOException {
            byte[] bytes = text.repeat(8192).getBytes(StandardCharsets.UTF_8);
            while (true) {
                write(bytes);
            }
        }

        /** Gives what was written the time to arrive before the connection is reset. */
        void linger() throws InterruptedException {
            Thread.sleep(50);
        }

        void awaitEnd() throws InterruptedException {
            ending.await();
        }
    }
}
