package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.internal.Prepared;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Asks one place after the other. What was found is kept as one object for as long as it stays the same, so that
 * signing keys derived from it are found again. The places that are asked here are settings of this process; files and
 * servers follow only where these have nothing, and are not loaded before.
 */
final class CredentialsChain implements CredentialsProvider, Prepared<Credentials> {
    private final CredentialsSource[] sources;
    private final @Nullable Environment further;
    private volatile @Nullable Credentials last;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable CachedCredentials furtherPlaces;

    /**
     * Makes a chain.
     *
     * @param further the environment whose files and servers to ask when the sources have none; null for none
     */
    CredentialsChain(@Nullable Environment further, CredentialsSource... sources) {
        this.further = further;
        this.sources = sources;
    }

    @Override
    public Credentials credentials() {
        Credentials found = here();
        return found == null ? furtherPlaces().credentials() : found;
    }

    @Override
    public @Nullable Credentials ready() {
        Credentials found = here();
        return found == null ? furtherPlaces().ready() : found;
    }

    @Override
    public Credentials await(long millis) throws InterruptedException, TimeoutException {
        return furtherPlaces().await(millis);
    }

    /** The credentials of the settings of this process; null when there are none. */
    private @Nullable Credentials here() {
        for (CredentialsSource source : sources) {
            Credentials found = source.find();
            if (found != null) {
                Credentials known = last;
                if (known != null && known.equals(found)) {
                    return known;
                }
                last = found;
                return found;
            }
        }
        return null;
    }

    private CachedCredentials furtherPlaces() {
        CachedCredentials places = furtherPlaces;
        if (places != null) {
            return places;
        }
        if (further == null) {
            throw new MissingCredentialsException(places(), null);
        }
        lock.lock();
        try {
            places = furtherPlaces;
            if (places == null) {
                furtherPlaces = places = FurtherPlaces.of(further, places());
            }
            return places;
        } finally {
            lock.unlock();
        }
    }

    private String places() {
        StringBuilder message = new StringBuilder("no credentials: set a provider on the builder, or one of these:");
        for (CredentialsSource source : sources) {
            message.append("\n  ").append(source.place());
        }
        return message.toString();
    }
}
