package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where a client takes its credentials from. It is asked at every call, from any thread, and so should remember what
 * was costly to get, as all providers made here do; {@link #cached} does it for any other.
 *
 * <p>A call waits for a provider no longer than its {@code callTimeout}: a provider that does not have its credentials at
 * hand is asked on a thread of the runtime, which inherits no thread locals, and is interrupted when the call ends.
 * Credentials that depend on the calling thread belong into the options of a call.
 *
 * <p>Any lambda will do, one over the AWS SDK's provider for example, which has ways to sign in that this runtime leaves
 * to it:
 *
 * <pre>{@code
 * builder.credentials(() -> {
 *     AwsCredentials found = sdkProvider.resolveCredentials();
 *     return found instanceof AwsSessionCredentials session
 *             ? Credentials.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken())
 *             : Credentials.of(found.accessKeyId(), found.secretAccessKey());
 * });
 * }</pre>
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
        return environment(Environment.system());
    }

    /** The same, with the environment replaced. */
    static CredentialsProvider environment(Environment environment) {
        return new CredentialsChain(null, CredentialsSource.variables(environment));
    }

    /** {@code aws.accessKeyId}, {@code aws.secretAccessKey} and, if set, {@code aws.sessionToken}. */
    static CredentialsProvider systemProperties() {
        return new CredentialsChain(null, CredentialsSource.systemProperties(Environment.system()));
    }

    /**
     * What a client uses that was given nothing else. It asks these places, and stays with the first that has
     * credentials. A place that is set up but fails ends the search with an exception, because the next place may hold
     * another identity; the next call asks again.
     *
     * <ol>
     *   <li>system properties and environment variables, of which one key without the other is a failure;
     *   <li>web identity: {@code AWS_WEB_IDENTITY_TOKEN_FILE}, {@code AWS_ROLE_ARN} and {@code AWS_ROLE_SESSION_NAME};
     *   <li>the profile that {@code aws.profile} or {@code AWS_PROFILE} names, else {@code default}, as {@link #profile}
     *       reads it;
     *   <li>the host of the container: see {@link #container};
     *   <li>the EC2 instance: see {@link #instance}. One that is not there is asked again after a minute.
     * </ol>
     *
     * @see #cached
     */
    static CredentialsProvider standard() {
        return standard(Environment.system());
    }

    /** The same, with the places to look at replaced. */
    static CredentialsProvider standard(Environment environment) {
        return new CredentialsChain(
                environment, CredentialsSource.systemProperties(environment), CredentialsSource.variables(environment));
    }

    /**
     * Remembers what a provider gives. Newer credentials are asked for ahead of the expiration, by one caller at a time:
     * from 15 minutes before the expiration on, the other callers use the current ones; in the last 5 minutes they wait. A
     * call with a timeout then waits for half of it, at most for 5 seconds, and uses the current ones if it waits in vain.
     * While the current ones are valid, a failure is only logged, once for each outage. Expired credentials of a container
     * or an instance are used as long as their source fails, which is then asked every 5 to 10 minutes, because services
     * accept them during an outage. Credentials that do not say when they expire are asked for again every 5 minutes.
     *
     * <p>Callers that wait for the same attempt each get an exception of their own if it fails.
     */
    static CredentialsProvider cached(CredentialsProvider provider) {
        return new CachedCredentials(provider);
    }

    /**
     * A profile of the shared configuration files: keys, {@code credential_process}, or a role with {@code
     * source_profile}, {@code credential_source} or {@code web_identity_token_file}. The files are read again when they
     * have changed. A profile of IAM Identity Center (SSO) needs the AWS SDK's provider.
     */
    static CredentialsProvider profile(String name) {
        return new CachedCredentials(
                new ProfileCredentials(Environment.system(), Objects.requireNonNull(name, "name must not be null")));
    }

    /**
     * A program that writes credentials to its standard output, as {@code credential_process} defines it. It is not run
     * by a shell, and has a minute.
     *
     * @param command the program and its arguments
     * @throws MissingCredentialsException if the command is empty
     */
    static CredentialsProvider process(List<String> command) {
        return new CachedCredentials(new ProcessCredentials("process", command));
    }

    /**
     * The host of a container of ECS, of EKS with Pod Identity, and of others that set {@code
     * AWS_CONTAINER_CREDENTIALS_RELATIVE_URI} or {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}.
     */
    static CredentialsProvider container() {
        return new CachedCredentials(new ContainerCredentials(Environment.system()));
    }

    /**
     * The role of the EC2 instance that this runs on, from version 2 of its metadata service. One that is not there is
     * asked again after a minute.
     */
    static CredentialsProvider instance() {
        return new CachedCredentials(new InstanceSource(Environment.system()));
    }

    /**
     * A role that trusts the issuer of a token. The file is read anew for each session.
     *
     * @param tokenFile the file that holds the token
     */
    static CredentialsProvider webIdentity(Path tokenFile, RoleSession role) {
        return new CachedCredentials(new WebIdentityCredentials(Environment.system(), tokenFile.toString(), role));
    }

    /**
     * A role that other credentials may assume.
     *
     * @param source the credentials that assume it
     */
    static CredentialsProvider assumeRole(CredentialsProvider source, RoleSession role) {
        return new CachedCredentials(new AssumedRoleCredentials(Environment.system(), source, role));
    }
}
