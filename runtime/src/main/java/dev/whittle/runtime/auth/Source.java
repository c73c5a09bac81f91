package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/** A source of the standard chain. A source that is not set up differs from one that is and fails. */
abstract class Source implements CredentialsProvider {
    /**
     * The credentials; null if the source is not set up.
     *
     * @param reason takes what is not set up, if that is so
     * @throws MissingCredentialsException if the source is set up, but has no credentials now
     */
    abstract @Nullable Credentials find(StringBuilder reason);

    @Override
    public final Credentials credentials() {
        StringBuilder reason = new StringBuilder();
        Credentials found = find(reason);
        if (found == null) {
            throw new MissingCredentialsException(reason.toString(), null);
        }
        return found;
    }
}
