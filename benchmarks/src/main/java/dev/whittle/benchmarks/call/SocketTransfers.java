package dev.whittle.benchmarks.call;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The same bytes over a plain socket, hashed in the same way, with nothing else done to them. */
public final class SocketTransfers implements Transfers {
    private static final int PIECE = 64 * 1024;

    private final URI endpoint;

    /** Transfers to and from an endpoint, each over a connection of its own. */
    public SocketTransfers(String endpoint) {
        this.endpoint = URI.create(endpoint);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a head and returns the value of a header; empty if it has none. */
    private static String head(InputStream in, String header) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            head.append((char) in.read());
        }
        int at = head.indexOf(header);
        return at < 0 ? "" : head.substring(at + header.length(), head.indexOf("\r", at));
    }

    @Override
    public void down(long bytes) throws IOException {
        try (Socket socket = connect()) {
            write(socket.getOutputStream(), "GET /down/" + bytes + " HTTP/1.1\r\nHost: x\r\n\r\n");
            InputStream in = socket.getInputStream();
            String expected = head(in, "x-amz-checksum-crc32: ");
            CRC32 crc = new CRC32();
            byte[] piece = new byte[PIECE];
            for (long left = bytes; left > 0; ) {
                int count = in.read(piece, 0, (int) Math.min(left, PIECE));
                if (count < 0) {
                    throw new IOException("the body ended early");
                }
                crc.update(piece, 0, count);
                left -= count;
            }
            if (!ChecksumText.of(crc.getValue()).equals(expected)) {
                throw new IOException("another checksum");
            }
        }
    }

    @Override
    public void up(long bytes) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            write(out, "PUT /up HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            CRC32 crc = new CRC32();
            Zeros zeros = new Zeros(bytes);
            byte[] piece = new byte[PIECE];
            for (int count = zeros.read(piece, 0, PIECE); count >= 0; count = zeros.read(piece, 0, PIECE)) {
                crc.update(piece, 0, count);
                sha256.update(piece, 0, count);
                write(
                        out,
                        Integer.toHexString(count) + ";chunk-signature="
                                + HexFormat.of().formatHex(sha256.digest()) + "\r\n");
                out.write(piece, 0, count);
                write(out, "\r\n");
            }
            write(out, "0\r\nx-amz-checksum-crc32:" + ChecksumText.of(crc.getValue()) + "\r\n\r\n");
            head(socket.getInputStream(), "none");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long event() throws IOException {
        try (Socket socket = connect()) {
            write(socket.getOutputStream(), "POST /events HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            head(in, "none");
            // The size of the chunk, then the message: its length, that of its headers, a checksum.
            int read;
            do {
                read = in.read();
            } while (read >= 0 && read != '\n');
            int total = in.readInt();
            int headers = in.readInt();
            in.readInt();
            in.skipNBytes(headers);
            String payload = new String(in.readNBytes(total - headers - 16), StandardCharsets.US_ASCII);
            return System.nanoTime() - Long.parseLong(payload);
        }
    }
}
