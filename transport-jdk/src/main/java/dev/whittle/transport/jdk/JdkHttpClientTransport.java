package dev.whittle.transport.jdk;

import dev.whittle.runtime.http.ConnectTimeoutException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.http.RequestBodyException;
import dev.whittle.runtime.http.SocketTransport;
import dev.whittle.runtime.http.UnsendableRequestException;
import dev.whittle.runtime.internal.DaemonThreads;
import dev.whittle.runtime.internal.OutOfContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests over the JDK's {@link HttpClient}: with HTTP/2 over HTTPS, if the server has it, else with HTTP/1.1. It
 * starts more slowly than {@link SocketTransport}, takes a multiple of its time, and reads the body of a response as a
 * whole, unless the request is streamed.
 *
 * <p>The connect timeout is the one of the first request. Headers of requests beyond ASCII are refused, because the JDK's
 * client would send question marks in their place.
 */
public final class JdkHttpClientTransport implements HttpTransport {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpClient client;
    private boolean closed;

    /** Makes a transport. */
    public JdkHttpClientTransport() {}

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        if (request.isTwoWay()) {
            throw new UnsendableRequestException(
                    "the JDK's client cannot read a response while it sends the request; SocketTransport can");
        }
        HttpClient sender = client(request.connectTimeoutMillis());
        return request.isStreamed()
                ? send(request, sender, new QueuedBody.Handler(request.idleTimeoutMillis()))
                : send(request, sender, new CollectedBody.Handler(request.maxResponseSize()));
    }

    private static <B extends InputStream> HttpResponse send(
            HttpRequest request, HttpClient sender, java.net.http.HttpResponse.BodyHandler<B> handler)
            throws IOException {
        CompletableFuture<java.net.http.HttpResponse<B>> response = sender.sendAsync(translated(request), handler);
        try {
            int timeout = request.timeoutMillis();
            return translated(timeout == 0 ? response.get() : response.get(timeout, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            response.cancel(true);
            throw because(new SocketTimeoutException("timed out"), e);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw because(new InterruptedIOException("interrupted"), e);
        } catch (ExecutionException e) {
            throw failure(request, e.getCause() == null ? e : e.getCause());
        }
    }

    private HttpClient client(int connectTimeoutMillis) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the transport is closed");
            }
            HttpClient known = client;
            if (known == null) {
                HttpClient.Builder builder = HttpClient.newBuilder();
                if (connectTimeoutMillis > 0) {
                    builder.connectTimeout(Duration.ofMillis(connectTimeoutMillis));
                }
                builder.executor(Workers.POOL);
                client = known = OutOfContext.run(new PrivilegedAction<HttpClient>() {
                    @Override
                    public HttpClient run() {
                        return builder.build();
                    }
                });
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) throws IOException {
        RequestBody body = request.body();
        BodyPublisher publisher = body == null
                ? BodyPublishers.noBody()
                : body.isInMemory()
                        ? BodyPublishers.ofByteArray(body.toByteArray())
                        : new PushedBody(body, Workers.POOL);
        java.net.http.HttpRequest.Builder builder = builder(request).method(request.method(), publisher);
        if (request.scheme().equals("http")) {
            // Without TLS it would ask the server to change over to HTTP/2, which few understand.
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        HttpHeaders headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            if (!request.isWrittenByTransports(headers.name(i), headers.value(i))) {
                add(builder, headers.name(i), headers.value(i));
            }
        }
        return builder.build();
    }

    // What the JDK says of a URI or a header that it rejects quotes it, and there may be a secret in it.
    @SuppressWarnings("UnusedException")
    private static java.net.http.HttpRequest.Builder builder(HttpRequest request) throws IOException {
        try {
            return java.net.http.HttpRequest.newBuilder(new URI(request.url()));
        } catch (URISyntaxException e) {
            throw new UnsendableRequestException("the URL of the request cannot be sent: " + e.getReason());
        } catch (IllegalArgumentException e) {
            // A host with an underscore, for example.
            throw new UnsendableRequestException("the host of the request cannot be called with the JDK's client");
        }
    }

    @SuppressWarnings("UnusedException")
    private static void add(java.net.http.HttpRequest.Builder builder, String name, String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 127 || (c < ' ' && c != '\t')) {
                throw new UnsendableRequestException("the header " + HttpHeaders.printable(name)
                        + " holds a character beyond ASCII, a line break or NUL, which the JDK's client cannot send");
            }
        }
        try {
            builder.header(name, value);
        } catch (IllegalArgumentException e) {
            // Also one that the client writes itself, such as Connection.
            throw new UnsendableRequestException(
                    "the header " + HttpHeaders.printable(name) + " cannot be sent with the JDK's client");
        }
    }

    private static HttpResponse translated(java.net.http.HttpResponse<? extends InputStream> response) {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        for (Map.Entry<String, List<String>> entry : response.headers().map().entrySet()) {
            for (String value : entry.getValue()) {
                // The JDK's client reads every byte as a character of Latin-1.
                byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
                headers.add(entry.getKey(), HttpHeaders.text(bytes, 0, bytes.length));
            }
        }
        return new HttpResponse(response.statusCode(), headers.build(), response.body());
    }

    private static IOException failure(HttpRequest request, Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return because(new ConnectTimeoutException("no connection to " + request.authority()), cause);
        }
        if (cause instanceof RequestBodyException failed) {
            return failed;
        }
        if (cause instanceof HttpTimeoutException) {
            return because(new SocketTimeoutException("timed out"), cause);
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IOException(message, cause);
    }

    private static IOException because(IOException exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }

    /** Sends no more; the client's own thread ends when nobody refers to it any longer. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            client = null;
        } finally {
            lock.unlock();
        }
    }

    /** The client's threads; its own would inherit from the caller of the first request. */
    private static final class Workers implements ThreadFactory {
        /** Shared by all transports: a thread waits for work for ten seconds. */
        static final Executor POOL = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), new Workers());

        @Override
        public Thread newThread(Runnable work) {
            return DaemonThreads.make(work, "whittle-http");
        }
    }
}
