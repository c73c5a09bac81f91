package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server, and can do to the server's bytes what a network can do. */
final class Relay implements AutoCloseable {
    /** What becomes of the bytes of one connection, in one direction. */
    interface Way {
        /** Passes bytes on; when this returns for those of the server, both sides are closed. */
        void pass(InputStream from, OutputStream to) throws IOException, InterruptedException;
    }

    private final ServerSocket relay;
    private final int server;
    private final Way forth;
    private final Way back;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();

    /** A relay that passes on what the client sends. */
    Relay(int server, Way back) throws IOException {
        this(server, InputStream::transferTo, back);
    }

    Relay(int server, Way forth, Way back) throws IOException {
        this.server = server;
        this.forth = forth;
        this.back = back;
        this.relay = new ServerSocket();
        // So that a client that is not read from is soon stuck.
        relay.setReceiveBufferSize(16 * 1024);
        relay.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 100);
        daemon(this::accept);
    }

    int port() {
        return relay.getLocalPort();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = relay.accept();
                sockets.add(client);
                connections.incrementAndGet();
                Socket other = new Socket("127.0.0.1", server);
                sockets.add(other);
                daemon(() -> forth(client, other));
                daemon(() -> back(client, other));
            }
        } catch (IOException e) {
            // Closed at the end of the test.
        }
    }

    private void forth(Socket client, Socket other) {
        try {
            forth.pass(client.getInputStream(), other.getOutputStream());
            other.shutdownOutput();
        } catch (IOException e) {
            // Either side has closed it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void back(Socket client, Socket other) {
        try (client;
                other) {
            back.pass(other.getInputStream(), client.getOutputStream());
            client.shutdownOutput();
        } catch (IOException e) {
            // Either side has closed it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        relay.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
