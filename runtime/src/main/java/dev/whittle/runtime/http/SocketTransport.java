package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.Buffers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests over HTTP/1.1 and sockets. It is what a client uses unless it is given another transport.
 *
 * <p>Connections are kept for later requests to the same server. A connection that has rested for a while is checked before
 * it is used again; if the server closes it at that very moment, the request fails like any other, because the transport
 * repeats nothing.
 *
 * <p>The timeouts of a request cover the whole exchange, also a server that stalls or sends a byte now and then. An
 * interrupt and {@link #close} end an exchange at once. The lookup of a host name is the exception: the JDK offers no way
 * to end it.
 *
 * <p>A {@linkplain HttpRequest#isTwoWay two-way} stream has its own connection, over HTTP/2. Over HTTPS, the server must
 * offer HTTP/2 in the handshake; over HTTP, it must expect it. The timeout of such a request ends at the head of the response.
 * The body of the request is written by another thread. Closing the response, from any thread, ends the exchange.
 *
 * <p>Over HTTPS, the JDK's TLS is used, and the name of the host is verified. Certificates are those that {@link
 * SSLContext#getDefault} trusts, unless the builder is given another context; a client certificate belongs to such a
 * context.
 *
 * <p>Proxies are those of the builder; else those of the process's {@link ProxySelector}, which reads the system
 * properties {@code http.proxyHost}, {@code https.proxyHost}, {@code http.nonProxyHosts} and their relatives; and where
 * it names none, those of the environment variables {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY}.
 *
 * <p>Responses are read strictly: a response with two lengths, a length besides chunks, a continued header, a carriage
 * return or NUL in its head, a head over 64 KiB or a body that ends early is an {@link IOException}, and its connection is
 * closed.
 */
public final class SocketTransport implements HttpTransport {
    private final ConnectionPool pool;
    private final Connector connector;
    private final long headNanos;
    private final long idleNanos;
    private final long expectFrom;

    /** Makes a transport with the default of every setting. */
    public SocketTransport() {
        this(new Builder());
    }

    private SocketTransport(Builder builder) {
        this.pool = new ConnectionPool(builder.maxConnections, builder.maxIdle.toNanos());
        this.connector = new Connector(Proxies.of(builder), builder.sslContext);
        this.headNanos = builder.headTimeout.toNanos();
        this.idleNanos = builder.idleTimeout.toNanos();
        this.expectFrom = builder.expectContinueFrom;
    }

    /** A transport that goes past every proxy, for what only this machine can reach, such as its metadata service. */
    public static SocketTransport direct() {
        return builder().noProxy().build();
    }

    /** A builder with the default of every setting. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before the request was sent");
        }
        pool.checkOpen();
        long now = System.nanoTime();
        long callEnd = end(now, request.timeoutMillis());
        boolean expects = expects(request);
        HeadWriter head = new HeadWriter(Buffers.HTTP.take());
        // Before anything is connected, so that what cannot be sent costs nothing.
        head.request(request, null, false);
        HttpResponse response = send(request, head, expects, now, callEnd);
        if (response.status() == 417 && expects) {
            // The server does not want to be asked. It has not got the body yet, so this repeats nothing.
            response.close();
            pool.route(request).silent();
            response = send(request, new HeadWriter(Buffers.HTTP.take()), false, now, callEnd);
        }
        return response;
    }

    private HttpResponse send(HttpRequest request, HeadWriter head, boolean expects, long now, long callEnd)
            throws IOException {
        Route route = pool.route(request);
        Connection connection = pool.take(route, now, connectEnd(request, now, callEnd));
        while (connection == null) {
            route = pool.route(request);
            connection = pool.take(route, now, connectEnd(request, now, callEnd));
        }
        return run(connection, route, request, head, expects && !route.isSilent(), now, callEnd);
    }

    private HttpResponse run(
            Connection connection,
            Route route,
            HttpRequest request,
            HeadWriter head,
            boolean expects,
            long now,
            long callEnd)
            throws IOException {
        boolean done = false;
        try {
            if (!connection.isOpened()) {
                connector.open(connection, route, connectEnd(request, now, callEnd), callEnd);
            }
            HttpResponse response = request.isTwoWay()
                    ? TwoWayExchange.run(connection, request, head, callEnd, idleNanos(request))
                    : exchange(connection, route, request, head, expects, callEnd);
            done = true;
            return response;
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    private HttpResponse exchange(
            Connection connection, Route route, HttpRequest request, HeadWriter head, boolean expects, long callEnd)
            throws IOException {
        try {
            if (head.size == 0 || expects || connection.forwarding() != null) {
                head.request(request, connection.forwarding(), expects);
            }
            connection.buffer = head.bytes;
            connection.begin("waiting for the response", callEnd);
            return new SocketExchange(connection, request, head, headNanos, idleNanos).run(expects ? route : null);
        } catch (IOException e) {
            throw connection.ended(e);
        }
    }

    private long idleNanos(HttpRequest request) {
        int millis = request.idleTimeoutMillis();
        return millis > 0 ? millis * 1_000_000L : idleNanos;
    }

    private static long connectEnd(HttpRequest request, long now, long callEnd) {
        long connectEnd = end(now, request.connectTimeoutMillis());
        return callEnd == Watchdog.NEVER || (connectEnd != Watchdog.NEVER && connectEnd - callEnd < 0)
                ? connectEnd
                : callEnd;
    }

    static long end(long now, int millis) {
        return millis <= 0 ? Watchdog.NEVER : now + millis * 1_000_000L;
    }

    private boolean expects(HttpRequest request) {
        RequestBody body = request.body();
        if (body == null || request.isTwoWay() || expectFrom == Long.MAX_VALUE) {
            return false;
        }
        return (body.size() < 0 || body.size() >= expectFrom) && !hasExpect(request.headers());
    }

    private static boolean hasExpect(HttpHeaders headers) {
        return headers.first("Expect") != null;
    }

    /** Closes all connections. Exchanges that are under way end with an exception, later ones do not begin. */
    @Override
    public void close() {
        pool.close();
    }

    /** Configures a {@link SocketTransport}. */
    public static final class Builder {
        private int maxConnections = 1024;
        private Duration maxIdle = Duration.ofSeconds(30);
        private Duration headTimeout = Duration.ZERO;
        private Duration idleTimeout = Duration.ZERO;
        private long expectContinueFrom = 2L << 20;
        private @Nullable SSLContext sslContext;

        @Nullable
        HttpProxy proxy;

        @Nullable
        ProxySelector selector;

        boolean isDirect;
        private @Nullable String proxyAuthorization;

        private Builder() {}

        /**
         * Sets how many connections to one server there may be at once: 1024 by default. A request beyond them waits for
         * one, as long as its connect timeout allows.
         *
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder maxConnections(int connections) {
            if (connections < 1) {
                throw new IllegalArgumentException("maxConnections must be at least 1, but is " + connections);
            }
            this.maxConnections = connections;
            return this;
        }

        /** Sets how long an unused connection is kept: 30 seconds by default, less where a server says so. */
        public Builder maxIdle(Duration time) {
            this.maxIdle = checked("maxIdle", time);
            return this;
        }

        /**
         * Limits how long the head of a response may take after the request is sent, within the timeout of the request.
         * By default, and with zero, only that timeout counts.
         */
        public Builder headTimeout(Duration timeout) {
            this.headTimeout = checked("headTimeout", timeout);
            return this;
        }

        /**
         * Limits how long the body of a response may make no progress, within the timeout of the request, unless the request
         * has a limit of its own. By default, and with zero, only the timeout counts.
         */
        public Builder idleTimeout(Duration timeout) {
            this.idleTimeout = checked("idleTimeout", timeout);
            return this;
        }

        /**
         * Asks the server before a body of at least this many bytes is sent, with {@code Expect: 100-continue}, and waits up
         * to a second for its consent: 2 MiB by default. {@link Long#MAX_VALUE} never asks.
         */
        public Builder expectContinueFrom(long bytes) {
            this.expectContinueFrom = bytes;
            return this;
        }

        /** Sets the certificates that are trusted, and the client's own, in a context of the JDK. */
        public Builder sslContext(SSLContext context) {
            this.sslContext = Objects.requireNonNull(context, "context");
            return this;
        }

        /** Sends all requests to an HTTP proxy; those over HTTPS through a tunnel. */
        public Builder proxy(String host, int port) {
            this.proxy = new HttpProxy(Objects.requireNonNull(host, "host"), port, null);
            this.isDirect = false;
            return this;
        }

        /** Sets the name and password for proxies that are given none elsewhere; sent with the scheme {@code Basic}. */
        public Builder proxyLogin(String user, String password) {
            this.proxyAuthorization = HttpProxy.basic(user, password);
            return this;
        }

        /** Asks this selector for proxies, and nothing else. */
        public Builder proxySelector(ProxySelector selector) {
            this.selector = Objects.requireNonNull(selector, "selector");
            this.isDirect = false;
            return this;
        }

        /** Goes past every proxy. */
        public Builder noProxy() {
            this.isDirect = true;
            return this;
        }

        @Nullable
        String proxyAuthorization() {
            return proxyAuthorization;
        }

        private static Duration checked(String name, Duration time) {
            if (time.isNegative() || time.toDays() > 365) {
                throw new IllegalArgumentException(name + " must be 0 to 365 days, but is " + time);
            }
            return time;
        }

        /** The transport. */
        public SocketTransport build() {
            return new SocketTransport(this);
        }
    }
}
