package dev.whittle.bedrockagentcore.browser;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A WebSocket server on plain sockets, for what no WebSocket library sends. It serves one connection with a script. */
final class DevToolsRawPeer implements AutoCloseable {
    static final int TEXT = 0x81;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;
    static final int PONG = 0x8A;

    /** Completed once the script ends; fails as the script does. */
    final CompletableFuture<Void> done = new CompletableFuture<>();

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int port = server.getLocalPort();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Socket socket = new Socket();

    /** What the peer does once connected. */
    interface Script {
        void run(Connection connection) throws Exception;
    }

    /** Opens WebSocket connections properly. */
    DevToolsRawPeer(Script script) throws IOException {
        this(script, true);
    }

    private DevToolsRawPeer(Script script, boolean handshake) throws IOException {
        Thread thread = new Thread(
                () -> {
                    try {
                        socket = server.accept();
                        // A client that tries again fails at once.
                        server.close();
                        socket.setSoTimeout(30_000);
                        socket.setTcpNoDelay(true);
                        Connection connection = new Connection(socket);
                        String request = connection.readHead();
                        if (handshake) {
                            connection.accept(request);
                        }
                        script.run(connection);
                        done.complete(null);
                    } catch (Exception | AssertionError e) {
                        done.completeExceptionally(e);
                    } finally {
                        stopped.countDown();
                    }
                },
                "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Leaves the response to the HTTP request to the script. */
    static DevToolsRawPeer http(Script script) throws IOException {
        return new DevToolsRawPeer(script, false);
    }

    Automation automation() {
        return DevToolsServer.automation("ws://127.0.0.1:" + port + "/automation");
    }

    static byte[] text(String message) {
        return frame(TEXT, message.getBytes(StandardCharsets.UTF_8));
    }

    /** One frame: its first byte has the final bit and the opcode. */
    static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65536) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    static byte[] close(int code, String reason) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(code >> 8);
        payload.write(code);
        payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
        return frame(CLOSE, payload.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        server.close();
        try {
            if (!stopped.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the script of the peer goes on");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while the script of the peer ends", e);
        }
    }

    /** A frame of the client, without its mask. */
    record Frame(int first, String payload) {}

    static final class Connection {
        final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            this.out = socket.getOutputStream();
        }

        String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            return head.toString();
        }

        private void accept(String request) throws IOException, NoSuchAlgorithmException {
            String key = request.replaceAll("(?is).*\r\nsec-websocket-key: *([^\r]*)\r\n.*", "$1");
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            send(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }

        void send(byte[]... frames) throws IOException {
            for (byte[] frame : frames) {
                out.write(frame);
            }
            out.flush();
        }

        Frame readFrame() throws IOException {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte();
            long length = second & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes((int) length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Frame(first, new String(payload, StandardCharsets.UTF_8));
        }

        /** Reads until the other side ends the connection, in whatever way. */
        void readToEnd() {
            try {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (SocketTimeoutException e) {
                throw new AssertionError("the client leaves its socket open", e);
            } catch (IOException e) {
                // Reset: ended as well.
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
