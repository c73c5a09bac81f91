package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;

/**
 * Where a client takes its credentials from. It is asked at every call, from any thread, and so should remember what
 * was costly to get. Any lambda will do: one over another SDK's provider, for example.
 */
@FunctionalInterface
public interface CredentialsProvider {
    /**
     * The credentials to sign with now.
     *
     * @throws MissingCredentialsException if there are none
     */
    Credentials credentials();

    /** Always the same credentials. */
    static CredentialsProvider of(Credentials credentials) {
        return new FixedCredentials(credentials);
    }

    /** {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and, if set, {@code AWS_SESSION_TOKEN}. */
    static CredentialsProvider environment() {
        return new CredentialsChain(new EnvironmentCredentials(Environment.system()));
    }

    /** {@code aws.accessKeyId}, {@code aws.secretAccessKey} and, if set, {@code aws.sessionToken}. */
    static CredentialsProvider systemProperties() {
        return new CredentialsChain(new SystemPropertyCredentials(Environment.system()));
    }

    /** What a client uses that was given nothing else: system properties, then environment variables. */
    static CredentialsProvider standard() {
        return standard(Environment.system());
    }

    /** The same, with the places to look at replaced. */
    static CredentialsProvider standard(Environment environment) {
        return new CredentialsChain(
                new SystemPropertyCredentials(environment), new EnvironmentCredentials(environment));
    }
}
