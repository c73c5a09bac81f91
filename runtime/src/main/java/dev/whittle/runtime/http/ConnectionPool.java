package dev.whittle.runtime.http;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The connections of a transport, by server. Each transport has its own, so that settings of TLS are never mixed. */
final class ConnectionPool implements Watchdog.Watched {
    private final ConcurrentHashMap<String, Route> routes = new ConcurrentHashMap<>();
    private final int most;
    private final long idleNanos;

    /** The route of the last request, since most clients call one server. */
    private volatile @Nullable Route last;

    private volatile boolean closed;

    ConnectionPool(int most, long idleNanos) {
        this.most = most;
        this.idleNanos = idleNanos;
    }

    long idleNanos() {
        return idleNanos;
    }

    boolean isClosed() {
        return closed;
    }

    void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("the transport is closed");
        }
    }

    Route route(HttpRequest request) throws IOException {
        Route known = last;
        if (known != null && known.isFor(request)) {
            return known;
        }
        String key = key(request.isTwoWay(), request.scheme(), request.authority());
        known = routes.get(key);
        if (known == null) {
            Route made = new Route(this, request);
            known = routes.putIfAbsent(key, made);
            known = known == null ? made : known;
        }
        last = known;
        return known;
    }

    private static String key(boolean isTwoWay, String scheme, String authority) {
        return (isTwoWay ? "two-way " : "") + scheme + "://" + authority;
    }

    /** A connection that rests, or one that is not opened yet; null if the route is not in the pool any more. */
    @Nullable
    Connection take(Route route, long now, long end) throws IOException {
        checkOpen();
        Connection taken = route.take(now, end, most);
        if (taken == null) {
            last = null;
        } else if (!taken.isOpened()) {
            Watchdog.SHARED.watch(this);
        }
        return taken;
    }

    @Override
    public long look(long now) {
        long earliest = Watchdog.NEVER;
        for (Route each : routes.values()) {
            long deadline = each.look(now);
            if (deadline != Watchdog.NEVER && (earliest == Watchdog.NEVER || deadline - earliest < 0)) {
                earliest = deadline;
            }
        }
        return earliest;
    }

    @Override
    public boolean isDone() {
        for (Route each : routes.values()) {
            if (each.isEmptied()) {
                routes.remove(key(each.isTwoWay, each.scheme, each.authority), each);
            }
        }
        return routes.isEmpty();
    }

    /** Closes all connections; there will be no others. */
    void close() {
        closed = true;
        for (Route each : routes.values()) {
            each.close();
        }
    }
}
