package dev.whittle.runtime.auth.chain;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Profiles;
import org.jspecify.annotations.Nullable;

/** What a profile of the shared configuration files says, read again when the files have changed. */
public final class ProfileCredentials implements CredentialsProvider {
    private final Environment environment;
    private final @Nullable String name;
    private @Nullable Profiles profiles;
    private @Nullable CredentialsProvider resolved;

    /**
     * The credentials of a profile.
     *
     * @param name the profile's name; null for the one that the environment chooses
     */
    public ProfileCredentials(Environment environment, @Nullable String name) {
        this.environment = environment;
        this.name = name;
    }

    @Override
    public Credentials credentials() {
        return provider().credentials();
    }

    private synchronized CredentialsProvider provider() {
        CredentialsProvider known = resolved;
        if (known == null || profiles == null || !profiles.isCurrent()) {
            Profiles read = Profiles.read(environment);
            known = new ProfileResolver(environment, read)
                    .resolve(name == null ? Profiles.activeName(environment) : name);
            profiles = read;
            resolved = known;
        }
        return known;
    }
}
