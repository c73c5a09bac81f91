package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Profiles;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What a profile of the shared configuration files says, read again when the files have changed. */
final class ProfileCredentials extends Source {
    private final Environment environment;
    private final @Nullable String name;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Profiles profiles;
    private @Nullable CredentialsProvider resolved;

    /**
     * The credentials of a profile.
     *
     * @param name the profile's name; null for the one that the environment chooses
     */
    ProfileCredentials(Environment environment, @Nullable String name) {
        this.environment = environment;
        this.name = name;
    }

    @Override
    @Nullable
    Credentials find(StringBuilder reason) {
        CredentialsProvider provider = provider(reason);
        return provider == null ? null : provider.credentials();
    }

    private @Nullable CredentialsProvider provider(StringBuilder reason) {
        lock.lock();
        try {
            CredentialsProvider known = resolved;
            if (known == null || profiles == null || !profiles.isCurrent()) {
                Profiles read = Profiles.read(environment);
                known = new ProfileResolver(environment, read).resolve(name, reason);
                profiles = read;
                resolved = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
