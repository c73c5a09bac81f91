package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.MissingCredentialsException;

/**
 * Where a client takes its bearer tokens from. It is asked at every call, from any thread, and so should remember what
 * was costly to get.
 *
 * <p>A call waits for a provider no longer than its {@code callTimeout}: unless it always has the same token, the provider
 * is asked on a thread of the runtime, which inherits no thread locals, and is interrupted when the call ends. A token
 * that depends on the calling thread can be set by a {@link dev.whittle.runtime.client.CallInterceptor}.
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
