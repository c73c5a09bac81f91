package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Answers;
import dev.whittle.benchmarks.call.ServiceResponses;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The service, over HTTP/1.1 with kept connections, plain or over TLS: reads a request, writes a canned answer in one
 * piece. It counts its connections, and tells how many there were to whoever connects to a port beside.
 */
final class LoopbackServer {
    private static final String PASSWORD = "changeit";

    /** What a client waits for that asks before it sends a body, as AWS's default one does before each PUT. */
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger connections = new AtomicInteger();
    private final byte[] session = response(Answers.session());
    private final byte[] started = response(Answers.started());
    private final byte[] listed = response(Answers.listed());
    private final byte[] item = summed(ServiceResponses.item());
    private final byte[] messages = response(ServiceResponses.messages());
    private final byte[] assumed = response(ServiceResponses.assumed());

    private LoopbackServer() {}

    /**
     * Prints the port and the one that tells the count, then serves until the process is ended, or its standard input.
     * An argument is the key store to serve TLS with.
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = sockets(args).createServerSocket(0, 512, here);
                ServerSocket count = new ServerSocket(0, 16, here)) {
            System.out.println(server.getLocalPort() + " " + count.getLocalPort());
            LoopbackServer service = new LoopbackServer();
            thread(() -> service.accept(server)).start();
            thread(() -> service.tell(count)).start();
            while (System.in.read() >= 0) {
                // Whoever started this process holds the other end.
            }
        }
    }

    private static ServerSocketFactory sockets(String[] args) throws IOException, GeneralSecurityException {
        if (args.length == 0) {
            return ServerSocketFactory.getDefault();
        }
        KeyStore store = KeyStore.getInstance(new File(args[0]), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private void tell(ServerSocket server) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream()
                            .write(Integer.toString(connections.get()).getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // The socket is closed when the process is to end.
            return;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                connections.incrementAndGet();
                thread(() -> serve(socket)).start();
            }
        } catch (IOException e) {
            // The socket is closed when the process is to end.
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = socket.getOutputStream();
            StringBuilder line = new StringBuilder();
            while (line(in, line)) {
                byte[] response = line.indexOf("GET ") == 0 ? session : line.indexOf("PUT ") == 0 ? started : listed;
                int length = 0;
                boolean expected = false;
                boolean targeted = line.indexOf("POST / ") == 0;
                while (line(in, line) && line.length() > 0) {
                    char first = line.charAt(0);
                    if (targeted && (first == 'X' || first == 'x')) {
                        response = line.indexOf("DynamoDB_20120810.GetItem") > 0
                                ? item
                                : line.indexOf("AmazonSQS.ReceiveMessage") > 0 ? messages : response;
                    }
                    if (first == 'C' || first == 'c' || first == 'E' || first == 'e') {
                        String header = line.toString().toLowerCase(Locale.ROOT);
                        if (header.startsWith("content-length:")) {
                            length = Integer.parseInt(header.substring(15).trim());
                        }
                        if (targeted && header.startsWith("content-type: application/x-www-form-urlencoded")) {
                            response = assumed;
                        }
                        expected |= header.startsWith("expect:");
                    }
                }
                if (expected) {
                    out.write(CONTINUE);
                }
                in.skipNBytes(length);
                out.write(response);
            }
        } catch (IOException e) {
            // The client went away; so does its thread.
            return;
        }
    }

    private static boolean line(InputStream in, StringBuilder line) throws IOException {
        line.setLength(0);
        int c = in.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return true;
    }

    private static byte[] response(byte[] body) {
        return response("", body);
    }

    private static byte[] summed(byte[] body) {
        return response("x-amz-crc32: " + ServiceResponses.crc32(body) + "\r\n", body);
    }

    private static byte[] response(String headers, byte[] body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-amzn-RequestId: 7f1c2b9e\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
