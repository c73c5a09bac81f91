package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.MissingCredentialsException;

/**
 * Where a client takes its bearer tokens from. It is asked at every call, from any thread, and so should remember what
 * was costly to get.
 */
@FunctionalInterface
public interface TokenProvider {
    /**
     * The token to send now, without the word {@code Bearer}.
     *
     * @throws MissingCredentialsException if there is none
     */
    String token();

    /** Always the same token. */
    static TokenProvider of(String token) {
        return new FixedToken(token);
    }
}
