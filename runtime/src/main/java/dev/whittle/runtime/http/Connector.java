package dev.whittle.runtime.http;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens connections: to each address in turn, through a proxy where there is one, with TLS where it is wanted. */
final class Connector {
    private final Proxies proxies;
    private final @Nullable SSLContext context;

    Connector(Proxies proxies, @Nullable SSLContext context) {
        this.proxies = proxies;
        this.context = context;
    }

    /**
     * Opens a connection.
     *
     * @param connectEnd when it has to be open
     * @param callEnd when the whole exchange has to be over
     */
    void open(Connection connection, Route route, long connectEnd, long callEnd) throws IOException {
        connection.begin("connecting", callEnd);
        connection.phase("connecting", connectEnd);
        try {
            List<@Nullable HttpProxy> ways = proxies.find(route);
            for (int i = 0; ; i++) {
                HttpProxy proxy = ways.get(i);
                try {
                    open(connection, route, proxy, connectEnd);
                    return;
                } catch (IOException e) {
                    proxies.failed(route, proxy, e);
                    if (i == ways.size() - 1 || connection.isEnded()) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            IOException told = connection.ended(e);
            boolean isCall = callEnd != Watchdog.NEVER && System.nanoTime() - callEnd >= 0;
            if (!(told instanceof SocketTimeoutException) || isCall) {
                throw told;
            }
            ConnectTimeoutException timeout = new ConnectTimeoutException("no connection to " + route.authority);
            timeout.initCause(told);
            throw timeout;
        }
    }

    private void open(Connection connection, Route route, @Nullable HttpProxy proxy, long end) throws IOException {
        if (proxy == null) {
            connect(connection, route.host, route.port, end);
            connection.connected(null);
        } else {
            connect(connection, proxy.host(), proxy.port(), end);
            boolean isTunnel = route.isSecure() || route.isTwoWay;
            connection.connected(isTunnel ? null : proxy);
            if (isTunnel) {
                Tunnel.open(connection, route, proxy);
            }
        }
        if (route.isSecure()) {
            secure(connection, route);
        }
    }

    private static void connect(Connection connection, String host, int port, long end) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        alternate(addresses);
        IOException failure = null;
        for (int i = 0; i < addresses.length; i++) {
            try {
                connect(connection, addresses[i], port, end, addresses.length - i);
                return;
            } catch (IOException e) {
                if (connection.isEnded() || Thread.currentThread().isInterrupted()) {
                    throw connection.ended(e);
                }
                if (failure != null && failure != e) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure == null ? new IOException("no address is known for " + host) : failure;
    }

    /** Puts an address of the other family second, so that a family that leads nowhere costs one try. */
    private static void alternate(InetAddress[] addresses) {
        for (int i = 1; i < addresses.length; i++) {
            if (addresses[i] instanceof Inet6Address != addresses[0] instanceof Inet6Address) {
                InetAddress other = addresses[i];
                System.arraycopy(addresses, 1, addresses, 2, i - 1);
                addresses[1] = other;
                return;
            }
        }
    }

    /** Tries one address, for its share of the time. */
    private static void connect(Connection connection, InetAddress address, int port, long end, int untried)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        connection.channel(channel);
        int millis = 0;
        if (end != Watchdog.NEVER) {
            long left = (end - System.nanoTime()) / 1_000_000 + 1;
            millis = (int) Math.max(1, left / untried);
        }
        channel.socket().connect(new InetSocketAddress(address, port), millis);
    }

    private void secure(Connection connection, Route route) throws IOException {
        SSLSocketFactory factory;
        try {
            factory = (context == null ? SSLContext.getDefault() : context).getSocketFactory();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException("TLS is not available: " + e.getMessage(), e);
        }
        RawSocket raw = new RawSocket(connection.raw());
        SSLSocket socket = (SSLSocket) factory.createSocket(raw, bare(route.host), route.port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (route.isTwoWay) {
            parameters.setApplicationProtocols(new String[] {"h2"});
        }
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (IOException e) {
            String message = e.getMessage();
            throw route.isTwoWay && message != null && message.contains("no_application_protocol")
                    ? withoutHttp2(e)
                    : connection.ended(e);
        }
        if (route.isTwoWay && !"h2".equals(socket.getApplicationProtocol())) {
            throw withoutHttp2(null);
        }
        connection.secured(socket, raw);
    }

    private static IOException withoutHttp2(@Nullable IOException cause) {
        return new IOException("the server does not offer HTTP/2, which a two-way stream needs", cause);
    }

    /** An IPv6 address without its brackets. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
