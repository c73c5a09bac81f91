package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.internal.HelperThread;
import dev.whittle.runtime.internal.Prepared;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a provider gave, and asks it again ahead of the expiration, one caller at a time.
 *
 * <p>From 15 minutes before the expiration on, one caller asks and the others use the current credentials; in the last 5
 * minutes they wait for that caller. A failure is tolerated for as long as the current credentials are valid, or longer
 * if their source is a {@link StableSource}. Callers that wait for an attempt share its outcome.
 *
 * <p>A call with a timeout asks through {@link #ready} and {@link #await}: a thread of the runtime then asks the source,
 * and the call waits only for credentials that it cannot do without. In the last 5 minutes, and for expired credentials of
 * a {@link StableSource}, it waits for half of its time and at most 5 seconds, and then uses the current ones.
 */
final class CachedCredentials implements CredentialsProvider, Prepared<Credentials> {
    /** How long a call waits at most for newer credentials while it could use the current ones, in milliseconds. */
    private static final long LONGEST_WAIT = 5000;

    private final CredentialsProvider source;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HeldCredentials held;

    /** Guarded by the lock. */
    private @Nullable Refresh running;

    /** Remembers what a source gives. */
    CachedCredentials(CredentialsProvider source) {
        this(source, Clock.systemUTC());
    }

    CachedCredentials(CredentialsProvider source, Clock clock) {
        this.source = Objects.requireNonNull(source, "source");
        this.clock = clock;
    }

    @Override
    public Credentials credentials() {
        HeldCredentials known = held;
        if (known != null && clock.millis() < known.refreshAt()) {
            return known.credentials();
        }
        while (true) {
            Refresh own = new Refresh(this);
            Refresh refresh = join(own);
            if (refresh == null) {
                return current();
            }
            if (refresh == own) {
                refresh(own);
                return own.own();
            }
            try {
                refresh.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallInterruptedException("interrupted while another thread was getting credentials", e);
            }
            Credentials shared = refresh.shared();
            if (shared != null) {
                return shared;
            }
        }
    }

    @Override
    public @Nullable Credentials ready() {
        HeldCredentials known = held;
        if (known == null) {
            return null;
        }
        long now = clock.millis();
        if (now >= known.refreshAt()) {
            if (now >= known.mandatoryAt()) {
                return null;
            }
            Refresh own = new Refresh(this);
            if (join(own) == own) {
                start(own);
            }
        }
        return known.credentials();
    }

    @Override
    public Credentials await(long millis) throws InterruptedException, TimeoutException {
        long start = System.nanoTime();
        while (true) {
            Refresh own = new Refresh(this);
            Refresh refresh = join(own);
            if (refresh == null) {
                return current();
            }
            if (refresh == own) {
                start(own);
            }
            long left = millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            HeldCredentials old = usable();
            if (!refresh.await(old == null ? left : Math.min(left / 2, LONGEST_WAIT))) {
                if (old == null) {
                    throw new TimeoutException();
                }
                return goOn(old, null);
            }
            Credentials shared = refresh.shared();
            if (shared != null) {
                return shared;
            }
        }
    }

    /** The refresh to wait for: the given one if none was running; null if the current credentials will do. */
    private @Nullable Refresh join(Refresh own) {
        lock.lock();
        try {
            HeldCredentials known = held;
            Refresh other = running;
            if (known != null && clock.millis() < (other == null ? known.refreshAt() : known.mandatoryAt())) {
                return null;
            }
            if (other == null) {
                running = own;
                return own;
            }
            return other;
        } finally {
            lock.unlock();
        }
    }

    private Credentials current() {
        return Objects.requireNonNull(held, "held").credentials();
    }

    private void start(Refresh refresh) {
        boolean started = false;
        try {
            HelperThread.run(refresh);
            started = true;
        } finally {
            if (!started) {
                end(refresh);
            }
        }
    }

    /** Asks the source, on the thread of the refresh. Throws nothing. */
    void refresh(Refresh refresh) {
        try {
            refresh.succeeded(ask());
        } catch (CallInterruptedException e) {
            refresh.failed(e, true);
        } catch (Throwable e) {
            refresh.failed(e, false);
        } finally {
            end(refresh);
        }
    }

    private void end(Refresh refresh) {
        lock.lock();
        try {
            running = null;
        } finally {
            lock.unlock();
        }
        refresh.end();
    }

    private Credentials ask() {
        try {
            Credentials fresh = Objects.requireNonNull(source.credentials(), "the credentials provider returned null");
            HeldCredentials before = held;
            // One object for as long as nothing changes, so that signing keys are found again at once.
            Credentials kept = before != null && before.credentials().equals(fresh) ? before.credentials() : fresh;
            HeldCredentials now = HeldCredentials.of(kept, clock.millis(), isStable());
            hold(now);
            if (now.isExtended() && (before == null || !before.isExtended())) {
                log("The source returned expired credentials; using them until it returns newer ones", null);
            }
            return kept;
        } catch (CallInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            HeldCredentials before = usable();
            if (before == null) {
                throw e;
            }
            return goOn(before, e);
        }
    }

    private void hold(HeldCredentials now) {
        lock.lock();
        try {
            held = now;
        } finally {
            lock.unlock();
        }
    }

    /** The current credentials; null if there are none that can do without newer ones. */
    private @Nullable HeldCredentials usable() {
        HeldCredentials known = held;
        return known == null || (clock.millis() >= known.expiresAt() && !isStable()) ? null : known;
    }

    /**
     * Uses credentials further, because their source fails or is slow.
     *
     * @param e what it failed with; null if it has not ended
     */
    private Credentials goOn(HeldCredentials before, @Nullable RuntimeException e) {
        long now = clock.millis();
        boolean isExpired = now >= before.expiresAt();
        lock.lock();
        try {
            if (held != before) {
                return current();
            }
            held = isExpired ? before.extended(now) : before.postponed(now);
        } finally {
            lock.unlock();
        }
        // Once for each outage, and once more when it outlasts the credentials.
        if (isExpired ? !before.isExtended() : !before.isPostponed()) {
            String what = isExpired
                    ? "Could not refresh credentials; using the expired ones and trying again in 5 to 10 minutes"
                    : "Could not refresh credentials; using the current ones until they expire";
            log(e == null ? what + ": their source has not responded yet" : what, e);
        }
        return before.credentials();
    }

    private boolean isStable() {
        return source instanceof StableSource stable && stable.isStable();
    }

    private static void log(String what, @Nullable RuntimeException e) {
        Logger logger = System.getLogger("dev.whittle.runtime");
        logger.log(Level.WARNING, e == null ? what : what + ": " + SharedFailure.reason(e));
    }
}
