package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.ResponseCache;
import java.net.SocketTimeoutException;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests over the JDK's {@link HttpURLConnection}, which starts fast and costs little. What that class cannot
 * do, or would do in its own way, goes over a {@link JdkHttpClientTransport} instead: methods such as PATCH, a body on
 * GET, a POST without a content type, headers that it drops, and all requests while a process-wide {@link
 * CookieHandler} is set.
 *
 * <p>A GET, HEAD, OPTIONS or DELETE without a body whose connection breaks before the answer begins is sent once more by
 * that class itself, as RFC 9110 allows for these methods; nothing with a body ever is.
 *
 * <p>Time limits hold for the whole exchange, against servers that stall or trickle as well; an interrupt ends it too.
 * Only while a host name is looked up or a connection is being made does an interrupt wait, for no longer than the
 * connect timeout. The JDK's proxy settings apply, and idle connections belong to its cache, which closes them; over
 * HTTPS it keeps as many for a host as callers used at once. An answer with status 401 to a request with
 * a body has no body itself: the JDK throws it away.
 */
public final class UrlConnectionTransport implements HttpTransport {
    /** Answers no challenge, where the default would ask the process-wide authenticator. */
    private static final Authenticator NO_PASSWORDS = new Authenticator() {};

    private final boolean direct;
    private @Nullable HttpTransport fallback;
    private volatile boolean closed;

    /** Makes a transport. */
    public UrlConnectionTransport() {
        this(false);
    }

    private UrlConnectionTransport(boolean direct) {
        this.direct = direct;
    }

    /** A transport that goes past every proxy, for what only this machine can reach, such as its metadata service. */
    public static UrlConnectionTransport direct() {
        return new UrlConnectionTransport(true);
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        if (closed) {
            throw new IOException("the transport is closed");
        }
        if (!canCarry(request)) {
            return fallback().send(request);
        }
        HttpURLConnection connection = open(request);
        UrlExchange exchange = new UrlExchange(connection, request.timeoutMillis());
        if (exchange.mustEnd()) {
            throw exchange.ended(null);
        }
        if (request.scheme().equals("https")) {
            Lanes.enter(request.authority(), (HttpsURLConnection) connection, exchange);
        }
        Watchdog.SHARED.watch(exchange);
        boolean answered = false;
        try {
            connect(connection, request, exchange);
            write(connection, request);
            int status = connection.getResponseCode();
            exchange.answered();
            HttpResponse answer = answer(connection, status, exchange);
            answered = answer.body() instanceof UrlBody;
            return answer;
        } catch (HttpRetryException e) {
            // How the connection says 401 or 407 to a request that it cannot send again.
            exchange.answered();
            return new HttpResponse(e.responseCode(), headers(connection), InputStream.nullInputStream());
        } catch (IOException e) {
            connection.disconnect();
            throw exchange.ended(e);
        } catch (RuntimeException e) {
            // Closed under the thread that uses it, the connection may stumble over what it has just let go.
            connection.disconnect();
            if (exchange.isAborted()) {
                throw exchange.ended(new IOException(e));
            }
            throw e;
        } finally {
            Watchdog.SHARED.unwatch(exchange);
            if (!answered) {
                exchange.leave();
            }
        }
    }

    private static boolean canCarry(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (!canCarry(request.method(), request.body() != null, headers) || CookieHandler.getDefault() != null) {
            return false;
        }
        for (int i = 0; i < headers.size(); i++) {
            if (isDropped(headers.name(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean canCarry(String method, boolean body, HttpHeaders headers) {
        return switch (method) {
            case "PUT" -> true;
            case "GET", "HEAD" -> !body;
            // Without a content type the connection would call the content a web form's, even where there is none.
            case "POST" -> headers.first("Content-Type") != null;
            case "DELETE", "OPTIONS" -> !body || headers.first("Content-Type") != null;
            default -> false;
        };
    }

    /** The headers that the connection leaves out without a word. Host and Content-Length it writes itself. */
    private static boolean isDropped(String name) {
        return switch (name.length()) {
            case 3 -> name.equalsIgnoreCase("via");
            case 6 -> name.equalsIgnoreCase("origin");
            case 7 -> name.equalsIgnoreCase("trailer") || name.equalsIgnoreCase("upgrade");
            case 10 -> name.equalsIgnoreCase("keep-alive") || name.equalsIgnoreCase("connection");
            case 17 -> name.equalsIgnoreCase("transfer-encoding");
            case 25 -> name.equalsIgnoreCase("content-transfer-encoding");
            default ->
                name.regionMatches(true, 0, "sec-", 0, 4)
                        || name.regionMatches(true, 0, "access-control-request-", 0, 23);
        };
    }

    private synchronized HttpTransport fallback() throws IOException {
        if (fallback == null) {
            try {
                fallback = new JdkHttpClientTransport(direct);
            } catch (NoClassDefFoundError e) {
                throw new IOException("this request needs the module java.net.http, which is not there", e);
            }
        }
        return fallback;
    }

    // The URL is encoded already; a URI object would parse and check it once more.
    private HttpURLConnection open(HttpRequest request) throws IOException {
        URL url = new URL(request.url());
        HttpURLConnection connection =
                (HttpURLConnection) (direct ? url.openConnection(Proxy.NO_PROXY) : url.openConnection());
        connection.setRequestMethod(request.method());
        connection.setInstanceFollowRedirects(false);
        if (ResponseCache.getDefault() != null) {
            // Only then, because it also sends headers that tell proxies not to cache.
            connection.setUseCaches(false);
        }
        connection.setAuthenticator(NO_PASSWORDS);
        int total = request.timeoutMillis();
        int connect = request.connectTimeoutMillis();
        connection.setConnectTimeout(connect == 0 || total == 0 ? Math.max(connect, total) : Math.min(connect, total));
        connection.setReadTimeout(total);
        HttpHeaders headers = request.headers();
        boolean accept = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            accept |= name.equalsIgnoreCase("accept");
            add(connection, name, headers.value(i));
        }
        if (!accept) {
            connection.setRequestProperty("Accept", "*/*");
        }
        return connection;
    }

    // What the connection itself says of a header that it rejects quotes the value, which may be a secret.
    private static void add(HttpURLConnection connection, String name, String value) throws IOException {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new ProtocolException("the header " + name + " holds a line break");
        }
        connection.addRequestProperty(name, value);
    }

    private static void connect(HttpURLConnection connection, HttpRequest request, UrlExchange exchange)
            throws IOException {
        RequestBody body = request.body();
        if (body != null || request.method().equals("POST") || request.method().equals("PUT")) {
            connection.setDoOutput(true);
            // With a fixed length the connection cannot send a POST a second time behind our back.
            connection.setFixedLengthStreamingMode(body == null ? 0 : body.size());
        }
        try {
            connection.connect();
        } catch (SocketTimeoutException e) {
            if (exchange.mustEnd()) {
                throw e;
            }
            ConnectTimeoutException timeout = new ConnectTimeoutException("no connection to " + request.authority());
            timeout.initCause(e);
            throw timeout;
        }
    }

    private static void write(HttpURLConnection connection, HttpRequest request) throws IOException {
        RequestBody body = request.body();
        if (connection.getDoOutput()) {
            try (OutputStream out = connection.getOutputStream()) {
                if (body != null) {
                    body.writeTo(out);
                }
            }
        }
    }

    private static HttpResponse answer(HttpURLConnection connection, int status, UrlExchange exchange)
            throws IOException {
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        if (status < 200) {
            throw new ProtocolException("the answer is provisional, HTTP " + status + ", and only 100 can be skipped");
        }
        InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        HttpHeaders headers = headers(connection);
        if (body == null
                || status == 204
                || status == 304
                || connection.getRequestMethod().equals("HEAD")) {
            return new HttpResponse(status, headers, InputStream.nullInputStream());
        }
        long length = headers.first("Transfer-Encoding") == null ? connection.getContentLengthLong() : -1;
        return new HttpResponse(status, headers, new UrlBody(body, length, exchange));
    }

    private static HttpHeaders headers(HttpURLConnection connection) {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        // At 0 is the status line, which has no name.
        for (int i = 0; ; i++) {
            String value = connection.getHeaderField(i);
            if (value == null) {
                return headers.build();
            }
            String name = connection.getHeaderFieldKey(i);
            if (name != null) {
                headers.add(name, value);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            if (fallback != null) {
                fallback.close();
            }
        }
    }
}
