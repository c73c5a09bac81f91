package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import org.jspecify.annotations.Nullable;

/** The credentials of a role that other credentials may assume. Asks anew every time. */
final class AssumedRoleCredentials implements CredentialsProvider {
    private final Environment environment;
    private final CredentialsProvider source;
    private final RoleSession session;
    private final @Nullable String profile;

    /** The credentials of a session that is begun with other credentials. */
    AssumedRoleCredentials(Environment environment, CredentialsProvider source, RoleSession session) {
        this(environment, source, session, null);
    }

    /**
     * The credentials of a role of a profile.
     *
     * @param profile the profile that says how STS is reached; null for the one that the environment chooses
     */
    AssumedRoleCredentials(
            Environment environment, CredentialsProvider source, RoleSession session, @Nullable String profile) {
        this.environment = environment;
        this.source = source;
        this.session = session;
        this.profile = profile;
    }

    @Override
    public Credentials credentials() {
        return Sts.assumeRole("role " + session.roleArn(), environment, profile, session, source.credentials());
    }
}
