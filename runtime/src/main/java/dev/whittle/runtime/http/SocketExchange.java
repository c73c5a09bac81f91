package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** One request on an open connection, and its response up to the end of the head. */
final class SocketExchange {
    /** How long a server may think about whether it wants a body. */
    private static final int CONTINUE_MILLIS = 1000;

    /** How long the response is waited for after the request could not be sent. */
    private static final long EARLY_NANOS = 2_000_000_000L;

    /** How many provisional responses a server may send; nothing has use for more than a few. */
    static final int PROVISIONAL_LIMIT = 64;

    private final Connection connection;
    private final HttpRequest request;
    private final HeadWriter head;
    private final long headNanos;
    private final long idleNanos;

    /** Whether the request was sent to its end; the connection cannot be used again otherwise. */
    private boolean complete = true;

    /**
     * Makes an exchange.
     *
     * @param head the head of the request, in the connection's buffer or one that has grown from it
     * @param headNanos how long the head of the response may take once the request is sent; 0 for no limit
     * @param idleNanos how long each wait for the server may take while a body is transferred, unless the request says so;
     *     0 for no limit
     */
    SocketExchange(Connection connection, HttpRequest request, HeadWriter head, long headNanos, long idleNanos) {
        this.connection = connection;
        this.request = request;
        this.head = head;
        this.headNanos = headNanos;
        this.idleNanos = request.idleTimeoutMillis() > 0 ? request.idleTimeoutMillis() * 1_000_000L : idleNanos;
    }

    /**
     * Sends the request and reads the head of the response.
     *
     * @param route where to note that the server does not say whether it wants a body; null if it is not asked
     */
    HttpResponse run(@Nullable Route route) throws IOException {
        HeadReader response = send(route);
        if (response == null) {
            if (headNanos > 0) {
                connection.phase("waiting for the response", System.nanoTime() + headNanos);
            }
            response = read();
            connection.phase("reading the response", Watchdog.NEVER);
        }
        if (request.isStreamed()) {
            connection.begin("reading the response", Watchdog.NEVER);
        }
        if (idleNanos > 0) {
            connection.idleLimit(idleNanos);
        }
        return response(response);
    }

    /** Sends the request; the head of the response, if it came before all was sent. */
    private @Nullable HeadReader send(@Nullable Route asked) throws IOException {
        RequestBody body = request.body();
        Upload upload = null;
        boolean asking = false;
        try {
            if (body instanceof ArrayBody array && asked == null && array.size() <= head.bytes.length - head.size) {
                array.copyTo(head.bytes, head.size);
                connection.write(head.bytes, 0, head.size + (int) array.size());
                return null;
            }
            connection.write(head.bytes, 0, head.size);
            if (body == null) {
                return null;
            }
            if (asked != null) {
                asking = true;
                HeadReader refusal = awaitContinue(asked);
                asking = false;
                if (refusal != null) {
                    complete = false;
                    return refusal;
                }
            }
            upload = new Upload(connection, body.size(), asked != null && asked.isSilent());
            connection.upload(upload);
            if (request.isStreamed()) {
                connection.begin("sending the request", Watchdog.NEVER);
                connection.idleLimit(idleNanos);
            }
            body.writeTo(upload);
            upload.finish(body.trailers());
            if (request.isStreamed()) {
                connection.begin(
                        "waiting for the response", SocketTransport.end(System.nanoTime(), request.timeoutMillis()));
            }
            return null;
        } catch (UnsendableRequestException e) {
            throw e;
        } catch (IOException e) {
            if (asking) {
                // The response has been looked for already.
                throw e;
            }
            complete = false;
            connection.idleLimit(0);
            if (upload != null && !upload.isBroken() && !Thread.currentThread().isInterrupted()) {
                throw new RequestBodyException(e);
            }
            return early(upload, e);
        } finally {
            connection.upload(null);
        }
    }

    /** Waits for the server to want the body; the response if it does not want it. */
    private @Nullable HeadReader awaitContinue(Route route) throws IOException {
        connection.waitAtMost(CONTINUE_MILLIS);
        try {
            for (int provisional = 0; ; provisional++) {
                HeadReader response = HeadReader.read(connection);
                if (response.status() == 100) {
                    return null;
                }
                if (response.status() >= 200) {
                    return response;
                }
                checkProvisional(response, provisional);
            }
        } catch (SocketTimeoutException e) {
            if (connection.isEnded()) {
                throw e;
            }
            route.silent();
            return null;
        } finally {
            connection.waitAtMost(0);
        }
    }

    /** The response that kept the server from reading the request; if there is none, the failure to send. */
    private HeadReader early(@Nullable Upload upload, IOException failure) throws IOException {
        if (connection.isEnded() || Thread.currentThread().isInterrupted()) {
            throw connection.ended(failure);
        }
        try {
            connection.phase("waiting for the response", System.nanoTime() + EARLY_NANOS);
            HeadReader response = read();
            connection.phase("reading the response", Watchdog.NEVER);
            return response;
        } catch (IOException e) {
            boolean told = upload != null && upload.hasResponse();
            IOException thrown = told || connection.isEnded() ? e : failure;
            IOException other = thrown == e ? failure : e;
            if (thrown != other) {
                thrown.addSuppressed(other);
            }
            throw thrown;
        }
    }

    /** Reads the head of the response, past provisional ones. */
    private HeadReader read() throws IOException {
        for (int provisional = 0; ; provisional++) {
            HeadReader response = HeadReader.read(connection);
            if (response.status() >= 200) {
                return response;
            }
            checkProvisional(response, provisional);
        }
    }

    /** Refuses a provisional response that changes the protocol, or comes after too many others. */
    static void checkProvisional(HeadReader response, int before) throws IOException {
        if (response.status() == 101) {
            throw HeadReader.broken("it changes to a protocol that was not asked for");
        }
        if (before == PROVISIONAL_LIMIT) {
            throw HeadReader.broken("provisional responses do not end");
        }
    }

    private HttpResponse response(HeadReader response) {
        int status = response.status();
        boolean kept = complete && response.isKept() && !asksToClose();
        if (status == 204
                || status == 304
                || response.length() == 0
                || request.method().equals("HEAD")) {
            // A server that sends a body with 204 all the same would have it read as the next response.
            boolean isBare = status != 204 || (response.length() <= 0 && !response.isChunked());
            connection.release(kept && isBare, response.idleNanos());
            return new HttpResponse(status, response.headers(), InputStream.nullInputStream());
        }
        ResponseBody body = response.isChunked()
                ? new ChunkedBody(connection, response, kept)
                : response.length() > 0
                        ? new LengthBody(connection, response, kept)
                        : new UntilCloseBody(connection, response);
        return new HttpResponse(status, response.headers(), body);
    }

    /** Whether the request itself says that its connection ends with it. */
    private boolean asksToClose() {
        String connectionHeader = request.headers().first("Connection");
        return connectionHeader != null && connectionHeader.equalsIgnoreCase("close");
    }
}
