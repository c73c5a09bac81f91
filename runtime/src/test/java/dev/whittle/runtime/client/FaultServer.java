package dev.whittle.runtime.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a loopback socket that does to each connection what its script says, and counts what is left. */
final class FaultServer implements AutoCloseable {
    /** What becomes of a connection whose request has been read. It is closed afterwards, unless that was done before. */
    interface Script {
        void respond(Connection connection) throws IOException, InterruptedException;
    }

    /** One connection to the server. */
    record Connection(Socket socket, String head, CountDownLatch ending) {
        void write(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** Closes the connection in a way that the other side sees as a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says no more, until the other side has had enough. */
        void stall() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                continue;
            }
        }

        /** Writes the same again and again, until the other side has had enough. */
        void writeForever(String text) throws IOException {
            byte[] bytes = text.repeat(1 + 4096 / text.length()).getBytes(StandardCharsets.UTF_8);
            while (true) {
                write(bytes);
            }
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final boolean reading;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ending = new CountDownLatch(1);
    final AtomicInteger requests = new AtomicInteger();

    FaultServer(Script script) throws IOException {
        this(true, script);
    }

    /**
     * Starts a server.
     *
     * @param reading whether requests are read before the script runs
     */
    FaultServer(boolean reading, Script script) throws IOException {
        this.reading = reading;
        this.script = script;
        this.server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The connections that neither side has closed. */
    int open() {
        return open.size();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed at the end of the test.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = reading ? head(in) : "";
            if (head != null) {
                requests.incrementAndGet();
                script.respond(new Connection(socket, head, ending));
            }
        } catch (IOException e) {
            // The client went away, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
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
        if (at >= 0) {
            in.skipNBytes(Integer.parseInt(
                    lower.substring(at + 15, lower.indexOf('\r', at)).trim()));
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        ending.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
