package dev.whittle.runtime.auth.chain;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a provider gave, and asks it again ahead of the expiration, one caller at a time.
 *
 * <p>From 15 minutes before the end on, one caller asks and the others go on with what is there; in the last 5 minutes
 * they wait for that caller. A failure is tolerated for as long as the old ones are valid, and the next attempt waits a
 * while. Whoever waits for an attempt shares its outcome.
 */
public final class CachedCredentials implements CredentialsProvider {
    private final CredentialsProvider source;
    private final Clock clock;
    private volatile @Nullable HeldCredentials held;

    /** Guarded by this. */
    private @Nullable Refresh running;

    /** Remembers what a source gives. */
    public CachedCredentials(CredentialsProvider source) {
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
            Refresh refresh = new Refresh();
            Refresh other;
            synchronized (this) {
                known = held;
                other = running;
                long now = clock.millis();
                if (known != null && now < (other == null ? known.refreshAt() : known.mandatoryAt())) {
                    return known.credentials();
                }
                if (other == null) {
                    running = refresh;
                }
            }
            if (other == null) {
                return refresh(refresh, known);
            }
            Credentials shared = other.await();
            if (shared != null) {
                return shared;
            }
        }
    }

    private Credentials refresh(Refresh refresh, @Nullable HeldCredentials before) {
        Credentials result = null;
        RuntimeException failure = null;
        try {
            result = ask(before);
            return result;
        } catch (CallInterruptedException e) {
            // Only this caller was interrupted: those who wait have to ask themselves.
            throw e;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            synchronized (this) {
                running = null;
            }
            refresh.end(result, failure);
        }
    }

    private Credentials ask(@Nullable HeldCredentials before) {
        try {
            Credentials fresh = Objects.requireNonNull(source.credentials(), "the credentials provider returned null");
            // One object for as long as nothing changes, so that signing keys are found again at once.
            Credentials kept = before != null && before.credentials().equals(fresh) ? before.credentials() : fresh;
            held = HeldCredentials.of(kept, clock.millis());
            return kept;
        } catch (CallInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            long now = clock.millis();
            if (before == null || now >= before.expiresAt()) {
                throw e;
            }
            held = before.postponed(now);
            log(e);
            return before.credentials();
        }
    }

    private static void log(RuntimeException e) {
        Logger logger = System.getLogger("dev.whittle.runtime");
        // The words of somebody else's exception may hold anything.
        String reason =
                e instanceof CallException ? e.getMessage() : e.getClass().getName();
        logger.log(Level.WARNING, "Going on with the present credentials, for there are no newer ones: " + reason);
    }

    /** One attempt to get newer credentials, for other threads to wait for. */
    private static final class Refresh {
        private final CountDownLatch ended = new CountDownLatch(1);
        private @Nullable Credentials result;
        private @Nullable RuntimeException failure;

        void end(@Nullable Credentials found, @Nullable RuntimeException thrown) {
            result = found;
            failure = thrown;
            ended.countDown();
        }

        /** What came of it; null when that has no meaning for other threads. */
        @Nullable
        Credentials await() {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallInterruptedException("interrupted while another thread was getting credentials", e);
            }
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }
}
