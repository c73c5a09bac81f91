package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.DaemonThreads;
import dev.whittle.runtime.internal.VirtualThreads;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * A request whose response is read while its body is still sent: over HTTP/2, with a connection for each. One thread reads
 * frames and another sends the body; both end with the exchange.
 */
final class TwoWayExchange {
    private TwoWayExchange() {}

    /**
     * Sends the request, and returns when the head of the response is there.
     *
     * @param head the head of the request, as HTTP/1.1 writes it
     * @param headEnd when the head of the response has to be there
     * @param idleNanos how long the caller waits for a part of the response's body; 0 for no limit
     */
    static HttpResponse run(Connection connection, HttpRequest request, HeadWriter head, long headEnd, long idleNanos)
            throws IOException {
        byte[] block = HpackEncoder.request(head, request.scheme());
        connection.buffer = head.bytes;
        connection.begin("waiting for the response", headEnd);
        Http2Stream stream = new Http2Stream(connection, idleNanos);
        RequestBody body = request.body();
        if (body == null) {
            stream.sent();
        }
        try {
            stream.writer.open(block, body == null);
        } catch (IOException e) {
            throw connection.ended(e);
        }
        boolean hasBody = !request.method().equals("HEAD");
        start(new Http2Reader(connection, stream, hasBody), "whittle-two-way-reader");
        if (body != null) {
            start(new Http2Upload(stream, body), "whittle-two-way-sender");
        }
        Http2Head response = stream.awaitHead();
        return new HttpResponse(response.status, response.headers, new TwoWayBody(stream));
    }

    /**
     * Runs work on a virtual thread where the JVM has them, else on a daemon thread with the caller's context class loader,
     * because the work may be the application's.
     */
    private static void start(Runnable work, String name) {
        Executor virtual = VirtualThreads.SHARED;
        if (virtual != null) {
            virtual.execute(work);
            return;
        }
        Thread thread = DaemonThreads.make(work, name);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
    }
}
