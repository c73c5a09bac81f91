package dev.whittle.benchmarks.floor;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection: a request is one write, and its response is read into one buffer. It accepts the responses of the
 * loopback server only: status 200, with their length. One instance serves one thread.
 */
public final class FloorSocket implements FloorTransport {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final URI endpoint;
    private final String host;
    private @Nullable Socket socket;
    private byte[] sent = new byte[8 * 1024];
    private byte[] received = new byte[16 * 1024];

    /** Makes a transport to an endpoint with a port. It connects for the first request. */
    public FloorSocket(String endpoint) {
        this.endpoint = URI.create(endpoint);
        this.host = this.endpoint.getRawAuthority();
    }

    @Override
    public InputStream send(String method, String target, String date, String authorization, byte[] body)
            throws IOException {
        Socket connected = socket;
        if (connected == null) {
            connected = connect();
            socket = connected;
        }
        String head = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nX-Amz-Date: " + date
                + "\r\nAuthorization: " + authorization + "\r\n";
        if (body.length > 0) {
            head += "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
        }
        byte[] start = (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        int length = start.length + body.length;
        if (length > sent.length) {
            sent = new byte[length];
        }
        System.arraycopy(start, 0, sent, 0, start.length);
        System.arraycopy(body, 0, sent, start.length, body.length);
        connected.getOutputStream().write(sent, 0, length);
        return response(connected.getInputStream());
    }

    /** The body, which stays in the buffer until the next request. */
    private InputStream response(InputStream in) throws IOException {
        int count = 0;
        int body = -1;
        while (body < 0) {
            int before = count;
            count += read(in, count);
            body = endOfHead(before, count);
        }
        if (!startsWith(OK, 0)) {
            throw new IOException("the status is not 200");
        }
        int length = length(body);
        if (body + length > received.length) {
            received = Arrays.copyOf(received, body + length);
        }
        while (count < body + length) {
            count += read(in, count);
        }
        return new ByteArrayInputStream(received, body, length);
    }

    private int read(InputStream in, int count) throws IOException {
        int read = in.read(received, count, received.length - count);
        if (read <= 0) {
            throw new EOFException("the response ended early");
        }
        return read;
    }

    /** Where the body starts; negative before all of the head has been read. */
    private int endOfHead(int before, int count) {
        for (int i = Math.max(3, before); i < count; i++) {
            if (received[i] == '\n' && received[i - 1] == '\r' && received[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int body) throws IOException {
        for (int i = 0; i < body; i++) {
            if (received[i] == '\n' && startsWith(LENGTH, i + 1)) {
                int length = 0;
                for (int at = i + 1 + LENGTH.length; received[at] != '\r'; at++) {
                    if (received[at] != ' ') {
                        length = length * 10 + received[at] - '0';
                    }
                }
                return length;
            }
        }
        throw new IOException("the response has no length");
    }

    /** Compares with letters in lower case, and with all else as it is. */
    private boolean startsWith(byte[] text, int at) {
        for (int i = 0; i < text.length; i++) {
            byte b = received[at + i];
            if (b != text[i] && (b | 0x20) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private Socket connect() throws IOException {
        boolean tls = "https".equals(endpoint.getScheme());
        SocketFactory sockets = tls ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
        Socket connected = sockets.createSocket(endpoint.getHost(), endpoint.getPort());
        connected.setTcpNoDelay(true);
        if (connected instanceof SSLSocket secure) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        return connected;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
