package dev.whittle.runtime.auth;

import dev.whittle.runtime.auth.chain.FurtherPlaces;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one place after the other. What was found is kept as one object for as long as it stays the same, so that
 * signing keys derived from it are found again. The places that are asked here are settings of this process; files and
 * servers follow only where these have nothing, and are not loaded before.
 */
final class CredentialsChain implements CredentialsProvider {
    private final CredentialsSource[] sources;
    private final @Nullable Environment further;
    private volatile @Nullable Credentials last;

    private volatile @Nullable CredentialsProvider furtherPlaces;

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
        if (further == null) {
            throw new MissingCredentialsException(places(), null);
        }
        CredentialsProvider places = furtherPlaces;
        return (places == null ? furtherPlaces(further) : places).credentials();
    }

    private synchronized CredentialsProvider furtherPlaces(Environment environment) {
        CredentialsProvider known = furtherPlaces;
        if (known == null) {
            known = FurtherPlaces.of(environment, places());
            furtherPlaces = known;
        }
        return known;
    }

    private String places() {
        StringBuilder message = new StringBuilder("no credentials: set a provider on the builder, or one of these:");
        for (CredentialsSource source : sources) {
            message.append("\n  ").append(source.place());
        }
        return message.toString();
    }
}
