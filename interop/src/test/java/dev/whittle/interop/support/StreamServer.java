package dev.whittle.interop.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server on plain sockets, whose responses a script writes piece by piece, and may leave unfinished. */
public final class StreamServer implements AutoCloseable {
    /** Responds to a request; the connection is closed if the response was not ended. */
    public interface Script {
        /** Writes a response. */
        void respond(RecordedRequest request, Response response) throws Exception;
    }

    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Script script;

    /** Starts a server. */
    public StreamServer(Script script) {
        this.script = script;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** A server that responds to each request with the same events. */
    public static StreamServer ofEvents(byte[]... events) {
        return new StreamServer((request, response) ->
                response.head(Events.CONTENT_TYPE).chunks(events).end());
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "stream-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** All requests. */
    public List<RecordedRequest> requests() {
        return requests;
    }

    /** The only request. */
    public RecordedRequest request() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests came");
        }
        return requests.get(0);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (failure.get() != null) {
            throw new AssertionError("the script failed", failure.get());
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (RecordedRequest request = read(in); request != null; request = read(in)) {
                requests.add(request);
                Response response = new Response(socket.getOutputStream());
                script.respond(request, response);
                if (!response.hasEnded) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has closed the connection.
        } catch (Throwable e) {
            failure.set(e);
        }
    }

    private static @Nullable RecordedRequest read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        SortedMap<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        byte[] body;
        if (headers.containsKey("transfer-encoding")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int size;
            do {
                size = Integer.parseInt(String.valueOf(line(in)), 16);
                all.writeBytes(exactly(in, size));
                line(in);
            } while (size > 0);
            body = all.toByteArray();
        } else {
            body = exactly(
                    in,
                    Integer.parseInt(
                            headers.getOrDefault("content-length", List.of("0")).get(0)));
        }
        String[] parts = first.split(" ", -1);
        return new RecordedRequest(parts[0], parts[1], headers, body);
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** A response that is being written. */
    public static final class Response {
        private final OutputStream out;
        private boolean hasEnded;

        private Response(OutputStream out) {
            this.out = out;
        }

        /** Writes the head of a response that comes in chunks, with more headers by name and value. */
        public Response head(String contentType, String... headers) throws IOException {
            return head(200, contentType, headers);
        }

        /** The same with another status. */
        public Response head(int status, String contentType, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " S\r\nTransfer-Encoding: chunked\r\n");
            head.append("Content-Type: ").append(contentType).append("\r\nx-amzn-RequestId: r-1\r\n");
            for (int i = 0; i < headers.length; i += 2) {
                head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
            }
            return write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Writes chunks. */
        public Response chunks(byte[]... parts) throws IOException {
            for (byte[] part : parts) {
                if (part.length > 0) {
                    byte[] size = (Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
                    write(Events.join(size, part, new byte[] {'\r', '\n'}));
                }
            }
            return this;
        }

        /** Ends the response, so that the connection can be used again. */
        public void end() throws IOException {
            write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            hasEnded = true;
        }

        private Response write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }
    }
}
