package dev.whittle.runtime.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Keeps the connections of many callers to one host alive. The JDK keeps five idle connections for each host and socket
 * factory ({@code http.maxConnections}) and closes those that come back beyond that, so that of more callers each would
 * pay for a handshake again and again. Connections of different factories are never mixed: callers who come at the same
 * time are put into lanes of five, and every lane has a factory of its own.
 */
final class Lanes {
    private static final int WIDTH = width();

    /** How many hosts without callers are remembered, so that a single caller makes nothing anew at each call. */
    private static final int IDLE_HOSTS = 32;

    private static final Map<String, Lanes> BY_HOST = new HashMap<>();
    private static LaneSocketFactory[] factories = {};

    private final String host;

    /** A bit for each caller's place; the lowest free one is taken, so that few callers stay in few lanes. */
    private long[] taken = new long[1];

    private int callers;

    private Lanes(String host) {
        this.host = host;
    }

    private static int width() {
        int configured = Integer.getInteger("http.maxConnections", 5);
        return configured > 0 ? configured : 5;
    }

    /** Takes a place among the host's callers for a connection, which must not be connected yet. */
    static void enter(String host, HttpsURLConnection connection, UrlExchange exchange) {
        LaneSocketFactory factory;
        synchronized (BY_HOST) {
            Lanes lanes = BY_HOST.get(host);
            if (lanes == null) {
                lanes = new Lanes(host);
                BY_HOST.put(host, lanes);
            }
            int place = lanes.take();
            factory = factory(place / WIDTH, connection.getSSLSocketFactory());
            exchange.entered(lanes, place, factory);
        }
        connection.setSSLSocketFactory(factory);
    }

    /** How many callers a host has now. */
    static int callers(String host) {
        synchronized (BY_HOST) {
            Lanes lanes = BY_HOST.get(host);
            return lanes == null ? 0 : lanes.callers;
        }
    }

    /** Gives a place back. */
    void leave(int place) {
        synchronized (BY_HOST) {
            taken[place >> 6] &= ~(1L << place);
            callers--;
            if (callers == 0 && BY_HOST.size() > IDLE_HOSTS) {
                BY_HOST.remove(host);
            }
        }
    }

    private int take() {
        callers++;
        int word = 0;
        while (taken[word] == -1L) {
            word++;
            if (word == taken.length) {
                taken = Arrays.copyOf(taken, word * 2);
            }
        }
        int bit = Long.numberOfTrailingZeros(~taken[word]);
        taken[word] |= 1L << bit;
        return (word << 6) + bit;
    }

    /** The factory of a lane, over the one that the process uses now. */
    private static LaneSocketFactory factory(int lane, SSLSocketFactory original) {
        if (lane >= factories.length) {
            factories = Arrays.copyOf(factories, Math.max(lane + 1, factories.length * 2));
        }
        LaneSocketFactory factory = factories[lane];
        if (factory == null || factory.original() != original) {
            factories[lane] = factory = new LaneSocketFactory(original);
        }
        return factory;
    }
}
