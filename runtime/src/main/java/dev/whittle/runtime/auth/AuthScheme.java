package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.http.HttpRequest;

/**
 * A way to prove who sends a request. It is used at each attempt of each call, from any thread. A scheme of one's own is
 * a lambda that changes the request. Unless it {@linkplain #isImmediate waits for nothing}, it is called on a thread of the
 * runtime, so that a call waits for it no longer than its {@code callTimeout}. Those made here replace what they added before, and refuse to send a
 * secret over plain http to anything but this machine.
 */
@FunctionalInterface
public interface AuthScheme {
    /**
     * Adds the proof to a request that is complete but for that.
     *
     * @param epochMillis the time of the attempt, corrected if the service's clock is known to differ
     * @throws ConfigurationException if there is nothing to prove it with, or it must not be sent this way
     */
    void authenticate(HttpRequest.Builder request, long epochMillis);

    /**
     * Whether {@link #authenticate} waits for nothing, neither a network nor a file, so that it runs on the caller's thread;
     * false by default.
     */
    default boolean isImmediate() {
        return false;
    }

    /** No proof. */
    static AuthScheme anonymous() {
        return new Anonymous();
    }

    /** {@code Authorization: Bearer …} (RFC 6750). */
    static AuthScheme bearer(TokenProvider tokens) {
        return new BearerAuth(tokens);
    }

    /**
     * {@code Authorization: Basic …} in UTF-8 (RFC 7617).
     *
     * @throws IllegalArgumentException if the user has a colon
     */
    static AuthScheme basic(String user, String password) {
        return HeaderAuth.basic(user, password);
    }

    /**
     * A key in a header.
     *
     * @param name the header, such as {@code X-Api-Key}
     * @param key what is sent; where the service wants a word before the key, that too
     * @throws IllegalArgumentException if a header cannot hold the key
     */
    static AuthScheme apiKeyHeader(String name, String key) {
        return HeaderAuth.apiKey(name, key);
    }

    /** A key in a parameter of the query. */
    static AuthScheme apiKeyQuery(String name, String key) {
        return new QueryKeyAuth(name, key);
    }
}
