package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.ChecksumText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * A server of streams over plain HTTP: gives out bodies of any size with their checksum, takes bodies of any size, and
 * writes an event that says when it was written.
 */
final class StreamServer {
    private static final int PIECE = 64 * 1024;

    private static final Map<Long, String> CHECKSUMS = new ConcurrentHashMap<>();

    private StreamServer() {}

    /** Prints the port, twice, then serves until the process is ended, or its standard input. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort() + " " + server.getLocalPort());
            Thread accepting = new Thread(() -> accept(server));
            accepting.setDaemon(true);
            accepting.start();
            while (System.in.read() >= 0) {
                // Whoever started this process holds the other end.
            }
        }
    }

    private static void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread serving = new Thread(() -> serve(socket));
                serving.setDaemon(true);
                serving.start();
            }
        } catch (IOException e) {
            // The socket is closed when the process is to end.
            return;
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), PIECE);
            OutputStream out = socket.getOutputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                String lower = head.toLowerCase(Locale.ROOT);
                if (lower.contains("\r\nexpect: 100-continue\r\n")) {
                    write(out, "HTTP/1.1 100 Continue\r\n\r\n");
                }
                if (lower.contains("transfer-encoding: chunked")) {
                    skipChunks(in);
                } else if (lower.contains("\r\ncontent-length: ")) {
                    int at = lower.indexOf("\r\ncontent-length: ") + 18;
                    in.skipNBytes(Long.parseLong(lower.substring(at, lower.indexOf('\r', at))));
                }
                if (head.startsWith("GET /down/")) {
                    down(out, Long.parseLong(head.substring(10, head.indexOf(' ', 10))));
                } else if (head.startsWith("POST /events")) {
                    event(out);
                } else {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                }
            }
        } catch (IOException e) {
            // The client went away; so does its thread.
            return;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty at the end of the connection. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void skipChunks(InputStream in) throws IOException {
        while (true) {
            String line = line(in);
            int end = line.indexOf(';');
            int size = Integer.parseInt(end < 0 ? line : line.substring(0, end), 16);
            if (size == 0) {
                head(in);
                return;
            }
            in.skipNBytes(size + 2L);
        }
    }

    private static void down(OutputStream out, long size) throws IOException {
        byte[] piece = new byte[PIECE];
        String checksum = CHECKSUMS.computeIfAbsent(size, StreamServer::checksum);
        write(out, "HTTP/1.1 200 OK\r\nx-amz-checksum-crc32: " + checksum + "\r\nContent-Length: " + size + "\r\n\r\n");
        for (long left = size; left > 0; left -= PIECE) {
            out.write(piece, 0, (int) Math.min(left, PIECE));
        }
    }

    private static String checksum(long size) {
        byte[] piece = new byte[PIECE];
        CRC32 crc = new CRC32();
        for (long left = size; left > 0; left -= PIECE) {
            crc.update(piece, 0, (int) Math.min(left, PIECE));
        }
        return ChecksumText.of(crc.getValue());
    }

    private static void event(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] message = message(Long.toString(System.nanoTime()).getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        write(chunk, Integer.toHexString(message.length) + "\r\n");
        chunk.write(message);
        write(chunk, "\r\n0\r\n\r\n");
        out.write(chunk.toByteArray());
    }

    private static byte[] message(byte[] payload) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(headers);
        for (String[] field : new String[][] {{":message-type", "event"}, {":event-type", "time"}}) {
            fields.writeByte(field[0].length());
            fields.writeBytes(field[0]);
            fields.writeByte(7);
            fields.writeShort(field[1].length());
            fields.writeBytes(field[1]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(16 + headers.size() + payload.length);
        out.writeInt(headers.size());
        out.writeInt(crc(bytes.toByteArray()));
        out.write(headers.toByteArray());
        out.write(payload);
        out.writeInt(crc(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return (int) crc.getValue();
    }
}
