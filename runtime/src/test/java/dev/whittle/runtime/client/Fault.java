package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** What a server, or what is in its place, can do wrong, and the exception that a call ends with. */
enum Fault {
    RESET_BEFORE_THE_RESPONSE(TransportException.class, FaultServer.Connection::reset),
    RESET_WITHIN_HEADERS(TransportException.class, c -> {
        c.write("HTTP/1.1 200 OK\r\nX-A: ");
        c.reset();
    }),
    RESET_WITHIN_THE_BODY(TransportException.class, c -> {
        c.write(Fault.OK + "Content-Length: 99\r\n\r\n{\"a\":");
        // The reset overtakes what was not read yet.
        Thread.sleep(50);
        c.reset();
    }),
    CLOSED_BEFORE_THE_RESPONSE(TransportException.class, c -> {}),
    CLOSED_WITHIN_THE_STATUS_LINE(TransportException.class, c -> c.write("HTTP/1.")),
    CLOSED_WITHIN_THE_BODY(TransportException.class, c -> c.write(Fault.OK + "Content-Length: 99\r\n\r\n{\"a\":")),
    CLOSED_WITHIN_A_CHUNK(
            TransportException.class, c -> c.write(Fault.OK + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"a\":")),
    CLOSED_BETWEEN_CHUNKS(
            TransportException.class, c -> c.write(Fault.OK + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
    STALLED_BEFORE_THE_RESPONSE(CallTimeoutException.class, FaultServer.Connection::stall),
    STALLED_WITHIN_HEADERS(CallTimeoutException.class, c -> {
        c.write("HTTP/1.1 200 OK\r\nX-A: ");
        c.stall();
    }),
    STALLED_WITHIN_THE_BODY(CallTimeoutException.class, c -> {
        c.write(Fault.OK + "Content-Length: 99\r\n\r\n{\"a\":");
        c.stall();
    }),
    STALLED_WITHIN_A_CHUNK(CallTimeoutException.class, c -> {
        c.write(Fault.OK + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"a\":");
        c.stall();
    }),
    STALLED_WITHIN_AN_ERROR(CallTimeoutException.class, c -> {
        c.write("HTTP/1.1 500 No\r\nConnection: close\r\nContent-Length: 99\r\n\r\n{");
        c.stall();
    }),
    STALLED_WITHOUT_READING(CallTimeoutException.class, c -> c.ending().await()) {
        @Override
        boolean isReading() {
            return false;
        }
    },
    ENDLESS_HEADER(TransportException.class, c -> {
        c.write("HTTP/1.1 200 OK\r\nX-A: ");
        c.writeForever("a");
    }),
    ENDLESS_HEADERS(TransportException.class, c -> {
        c.write("HTTP/1.1 200 OK\r\n");
        c.writeForever("X-A: a\r\n");
    }),
    ENDLESS_BODY(CallTimeoutException.class, c -> {
        c.write(Fault.OK + "\r\n{\"a\":\"");
        c.writeForever("a");
    }),
    ENDLESS_WHITE_SPACE(CallTimeoutException.class, c -> {
        c.write(Fault.OK + "\r\n");
        c.writeForever(" ");
    }),
    NOT_HTTP(TransportException.class, c -> c.write("220 mail.example.com ESMTP\r\n\r\n")),
    A_CHUNK_OF_NO_SIZE(
            TransportException.class,
            c -> c.write(Fault.OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")),
    A_LENGTH_THAT_IS_TOO_SHORT(
            MalformedResponseException.class, c -> c.write(Fault.OK + "Content-Length: 4\r\n\r\n{\"viewPort\":{}}")),
    GARBAGE(MalformedResponseException.class, c -> c.write(Fault.OK + "\r\n<html>It works!</html>")),
    AN_ARRAY(MalformedResponseException.class, c -> c.write(Fault.OK + "\r\n[1,2]")),
    NESTED_DEEP(MalformedResponseException.class, c -> c.write(Fault.OK + "\r\n{\"a\":" + "[".repeat(10_000))),
    NESTED_DEEP_IN_AN_ERROR(
            ServiceException.class, c -> c.write("HTTP/1.1 400 Bad\r\n\r\n{\"a\":" + "[".repeat(10_000))),
    GZIP_BOMB(MalformedResponseException.class, c -> {
        c.write(Fault.OK + "Content-Encoding: gzip\r\n\r\n");
        c.write(Bomb.BYTES);
    }),
    HTML_ERROR(ServiceException.class, c -> c.write("HTTP/1.1 503 No\r\n\r\n<html>Service Unavailable</html>")),
    THROTTLING(
            ServiceException.class, c -> c.write("HTTP/1.1 429 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
    REDIRECT(
            ServiceException.class,
            c -> c.write(
                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
    PERMANENT_REDIRECT(
            ServiceException.class,
            c -> c.write(
                    "HTTP/1.1 308 Moved\r\nLocation: http://127.0.0.1:1/\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));

    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    final Class<? extends CallException> exception;
    final FaultServer.Script script;

    Fault(Class<? extends CallException> exception, FaultServer.Script script) {
        this.exception = exception;
        this.script = script;
    }

    /** Whether the server reads requests at all. */
    boolean isReading() {
        return true;
    }

    /** Whether it is the time limit that ends a call. */
    boolean isTimeLimited() {
        return exception == CallTimeoutException.class;
    }

    /** 64 MB of zeros. */
    private static final class Bomb {
        static final byte[] BYTES = bytes();

        private static byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                for (int i = 0; i < 64; i++) {
                    zip.write(new byte[1 << 20]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
