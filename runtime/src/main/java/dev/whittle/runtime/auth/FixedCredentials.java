package dev.whittle.runtime.auth;

import dev.whittle.runtime.internal.Prepared;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Always the same credentials. */
final class FixedCredentials implements CredentialsProvider, Prepared<Credentials> {
    private final Credentials credentials;

    FixedCredentials(Credentials credentials) {
        this.credentials = Objects.requireNonNull(credentials, "credentials must not be null");
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public Credentials ready() {
        return credentials;
    }

    @Override
    public Credentials await(long millis) {
        return credentials;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FixedCredentials that && that.credentials.equals(credentials);
    }

    @Override
    public int hashCode() {
        return credentials.hashCode();
    }
}
