package dev.whittle.runtime.http;

import java.io.IOException;

/**
 * Carries requests to a server and its responses back. It neither retries nor follows redirects, keeps no cookies, adds
 * no credentials, and every status is a response, not an exception. Bodies are those that were sent: a transport neither
 * asks for compression nor decompresses. It leaves out headers that it writes by itself, if {@link
 * HttpRequest#isWrittenByTransports} says so. It can be used by many threads at once.
 */
public interface HttpTransport extends AutoCloseable {
    /**
     * Sends one request and returns when the response's headers are there.
     *
     * @throws ConnectTimeoutException if the connection took longer than the request allows
     * @throws java.net.SocketTimeoutException if the exchange took longer than the request allows
     * @throws java.io.InterruptedIOException if the calling thread was interrupted; its interrupt flag is still set
     * @throws UnsendableRequestException if the request cannot be sent as it is; nothing of it was sent
     * @throws RequestBodyException if the body of the request fails by itself
     * @throws IOException if the exchange fails in any other way
     */
    HttpResponse send(HttpRequest request) throws IOException;

    /** Closes all connections, and ends the threads of the transport, if it has any. Later requests are not sent. */
    @Override
    void close();
}
