package dev.whittle.runtime.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out through which proxies a server is reached. Asked for every new connection, because settings may change. */
final class Proxies {
    private static final List<@Nullable HttpProxy> DIRECT = Collections.singletonList(null);

    private final boolean direct;
    private final @Nullable HttpProxy fixed;
    private final @Nullable ProxySelector selector;
    private final @Nullable String authorization;

    private Proxies(
            boolean direct,
            @Nullable HttpProxy fixed,
            @Nullable ProxySelector selector,
            @Nullable String authorization) {
        this.direct = direct;
        this.fixed = fixed;
        this.selector = selector;
        this.authorization = authorization;
    }

    static Proxies of(SocketTransport.Builder builder) {
        return new Proxies(builder.isDirect, builder.proxy, builder.selector, builder.proxyAuthorization());
    }

    /** The ways to try, in this order; null stands for the server itself. There is at least one. */
    List<@Nullable HttpProxy> find(Route route) throws IOException {
        if (direct) {
            return DIRECT;
        }
        if (fixed != null) {
            return List.of(withLogin(fixed));
        }
        ProxySelector asked = selector == null ? ProxySelector.getDefault() : selector;
        List<@Nullable HttpProxy> found = asked == null ? DIRECT : selected(asked, route);
        if (selector == null && found.size() == 1 && found.get(0) == null) {
            HttpProxy ofEnvironment = EnvironmentProxy.find(route, System.getenv());
            return ofEnvironment == null ? DIRECT : List.of(withLogin(ofEnvironment));
        }
        return found;
    }

    private HttpProxy withLogin(HttpProxy proxy) {
        return authorization == null || proxy.authorization() != null
                ? proxy
                : new HttpProxy(proxy.host(), proxy.port(), authorization);
    }

    private List<@Nullable HttpProxy> selected(ProxySelector asked, Route route) throws IOException {
        URI uri = uri(route);
        if (uri == null) {
            return DIRECT;
        }
        List<Proxy> selected = asked.select(uri);
        if (selected == null || selected.isEmpty()) {
            return DIRECT;
        }
        List<@Nullable HttpProxy> found = new ArrayList<>(selected.size());
        for (Proxy proxy : selected) {
            if (proxy.type() == Proxy.Type.DIRECT) {
                found.add(null);
            } else if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
                found.add(withLogin(new HttpProxy(address.getHostString(), address.getPort(), null)));
            } else {
                // Not to be passed over: a process that is told to use it may not want to be seen elsewhere.
                throw new IOException("a SOCKS proxy is set, and only HTTP proxies are supported");
            }
        }
        return Collections.unmodifiableList(found);
    }

    private static @Nullable URI uri(Route route) {
        try {
            return new URI(route.scheme + "://" + route.authority + "/");
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Tells the selector that a way does not lead to the server. */
    void failed(Route route, @Nullable HttpProxy proxy, IOException failure) {
        if (proxy == null || direct || fixed != null) {
            return;
        }
        ProxySelector asked = selector == null ? ProxySelector.getDefault() : selector;
        URI uri = uri(route);
        if (asked != null && uri != null) {
            asked.connectFailed(uri, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()), failure);
        }
    }
}
