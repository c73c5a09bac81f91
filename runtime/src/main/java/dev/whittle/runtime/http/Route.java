package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The connections to one server. The one that was used last is used next, so that those that are too many rest. */
final class Route {
    final String scheme;
    final String authority;
    final String host;
    final int port;

    /** Whether its connections carry a two-way stream each, over HTTP/2. */
    final boolean isTwoWay;

    private final ConnectionPool pool;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Those that rest, the last given back first. */
    private final ArrayDeque<Connection> resting = new ArrayDeque<>();

    /** All that are open or being opened. */
    private final List<Connection> open = new ArrayList<>();

    private int waiting;

    /** Whether it was removed from the pool. */
    private boolean gone;

    /** Whether the server has let pass that it was asked before a body came. */
    private volatile boolean silent;

    Route(ConnectionPool pool, HttpRequest request) throws UnsendableRequestException {
        this.pool = pool;
        this.scheme = request.scheme();
        this.authority = request.authority();
        this.isTwoWay = request.isTwoWay();
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http")) {
            throw new UnsendableRequestException("the scheme is neither http nor https");
        }
        int colon = authority.lastIndexOf(':');
        if (colon <= authority.lastIndexOf(']')) {
            colon = -1;
        }
        this.host = colon < 0 ? authority : authority.substring(0, colon);
        this.port = colon < 0 ? (secure ? 443 : 80) : port(authority, colon + 1);
        if (host.isEmpty()) {
            throw new UnsendableRequestException("the host is empty");
        }
    }

    private static int port(String authority, int start) throws UnsendableRequestException {
        int port = 0;
        for (int i = start; i < authority.length(); i++) {
            int digit = authority.charAt(i) - '0';
            port = digit < 0 || digit > 9 || port > 65535 ? 65536 : port * 10 + digit;
        }
        if (port > 65535 || start == authority.length()) {
            throw new UnsendableRequestException("the port of the host is not a number from 0 to 65535");
        }
        return port;
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    boolean isFor(HttpRequest request) {
        return authority.equals(request.authority())
                && scheme.equals(request.scheme())
                && isTwoWay == request.isTwoWay();
    }

    boolean isSilent() {
        return silent;
    }

    void silent() {
        silent = true;
    }

    /**
     * Takes a connection that rests, or one that is not opened yet; waits if there are as many as there may be.
     *
     * @param end when waiting ends
     * @return null if the route is not in the pool any more
     */
    @Nullable
    Connection take(long now, long end, int most) throws IOException {
        while (true) {
            Connection next = next(end, most);
            // Looked at outside of the lock, because it takes a few system calls.
            if (next == null || !next.isOpened() || (now - next.idleSince < next.idleLimit && !next.isStale(now))) {
                return next;
            }
            next.close();
        }
    }

    private @Nullable Connection next(long end, int most) throws IOException {
        lock.lock();
        try {
            while (!gone) {
                pool.checkOpen();
                Connection next = resting.pollFirst();
                if (next != null) {
                    return next;
                }
                if (open.size() < most) {
                    Connection made = new Connection(this);
                    open.add(made);
                    return made;
                }
                await(end, most);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    // The loop is the one of next.
    @SuppressWarnings("WaitNotInLoop")
    private void await(long end, int most) throws IOException {
        waiting++;
        try {
            if (end == Watchdog.NEVER) {
                changed.await();
            } else if (!changed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new ConnectTimeoutException("all " + most + " connections to " + authority + " are in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while waiting for a free connection").initCause(e);
        } finally {
            waiting--;
        }
    }

    /** Takes a connection back. */
    void give(Connection connection, long idleNanosOfServer) {
        long now = System.nanoTime();
        long limit = pool.idleNanos();
        if (idleNanosOfServer > 0) {
            // A moment less than the server's, for the way.
            limit = Math.min(limit, idleNanosOfServer - idleNanosOfServer / 8);
        }
        lock.lock();
        try {
            if (!pool.isClosed()) {
                connection.idleSince = now;
                connection.idleLimit = limit;
                resting.addFirst(connection);
                if (waiting > 0) {
                    changed.signal();
                }
                Watchdog.SHARED.by(now + limit);
                return;
            }
        } finally {
            lock.unlock();
        }
        connection.closeResting();
    }

    /** Called when a connection is closed. */
    void closed(Connection connection) {
        lock.lock();
        try {
            open.remove(connection);
            if (waiting > 0) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes what has rested too long, and ends what is overdue; see {@link Watchdog.Watched#look}. */
    long look(long now) {
        long earliest = Watchdog.NEVER;
        List<Connection> all;
        lock.lock();
        try {
            Connection oldest = resting.peekLast();
            while (oldest != null && now - oldest.idleSince >= oldest.idleLimit) {
                resting.pollLast();
                open.remove(oldest);
                oldest.abort();
                oldest = resting.peekLast();
            }
            if (oldest != null) {
                earliest = oldest.idleSince + oldest.idleLimit;
            }
            all = new ArrayList<>(open);
        } finally {
            lock.unlock();
        }
        for (Connection each : all) {
            long deadline = each.expire(now);
            if (deadline != Watchdog.NEVER && (earliest == Watchdog.NEVER || deadline - earliest < 0)) {
                earliest = deadline;
            }
        }
        return earliest;
    }

    /** Whether there is no connection; the route is not to be used any more then. */
    boolean isEmptied() {
        lock.lock();
        try {
            gone = open.isEmpty() && waiting == 0;
            return gone;
        } finally {
            lock.unlock();
        }
    }

    /** Closes all connections, and ends the exchanges on them. */
    void close() {
        List<Connection> idle;
        List<Connection> busy;
        lock.lock();
        try {
            idle = new ArrayList<>(resting);
            resting.clear();
            busy = new ArrayList<>(open);
            // Not left to their callers, because a response that is forgotten is never closed.
            open.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        busy.removeAll(idle);
        for (Connection each : busy) {
            each.abort();
        }
        for (Connection each : idle) {
            each.closeResting();
        }
    }
}
