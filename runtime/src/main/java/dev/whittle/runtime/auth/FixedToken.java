package dev.whittle.runtime.auth;

import java.util.Objects;

/** Always the same token. */
final class FixedToken implements TokenProvider {
    private final String token;

    FixedToken(String token) {
        this.token = Objects.requireNonNull(token, "token must not be null");
    }

    @Override
    public String token() {
        return token;
    }
}
