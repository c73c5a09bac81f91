package dev.whittle.runtime.auth;

import java.util.Objects;

/** Always the same credentials. */
final class FixedCredentials implements CredentialsProvider {
    private final Credentials credentials;

    FixedCredentials(Credentials credentials) {
        this.credentials = Objects.requireNonNull(credentials, "credentials must not be null");
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }
}
