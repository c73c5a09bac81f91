package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one place after the other. What was found is kept as one object for as long as it stays the same, so that
 * signing keys derived from it are found again.
 */
final class CredentialsChain implements CredentialsProvider {
    private final CredentialsSource[] sources;
    private volatile @Nullable Credentials last;

    CredentialsChain(CredentialsSource... sources) {
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
        StringBuilder message = new StringBuilder("no credentials: set a provider on the builder");
        for (int i = 0; i < sources.length; i++) {
            message.append(i == sources.length - 1 ? " or " : ", ").append(sources[i].place());
        }
        throw new MissingCredentialsException(message.toString(), null);
    }
}
