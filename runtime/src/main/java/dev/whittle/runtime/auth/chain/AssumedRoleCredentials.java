package dev.whittle.runtime.auth.chain;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.RoleSession;
import dev.whittle.runtime.config.Environment;

/** The credentials of a role that other credentials may assume. Asks anew every time. */
public final class AssumedRoleCredentials implements CredentialsProvider {
    private final Environment environment;
    private final CredentialsProvider source;
    private final RoleSession session;

    /** The credentials of a session that is begun with other credentials. */
    public AssumedRoleCredentials(Environment environment, CredentialsProvider source, RoleSession session) {
        this.environment = environment;
        this.source = source;
        this.session = session;
    }

    @Override
    public Credentials credentials() {
        return Sts.assumeRole("role " + session.roleArn(), environment, session, source.credentials());
    }
}
