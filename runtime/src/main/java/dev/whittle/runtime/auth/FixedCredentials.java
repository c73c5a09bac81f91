package dev.whittle.runtime.auth;

import dev.whittle.runtime.internal.Prepared;
import java.util.Objects;

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
}
