package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the EC2 instance, with a memory of its absence: it takes seconds to find out that there is none. An
 * instance that had credentials once is asked each time. For one thread at a time.
 */
final class InstanceSource extends Source implements StableSource {
    private static final long ABSENCE_NANOS = 60_000_000_000L;

    private final InstanceCredentials instance;
    private @Nullable String absence;
    private long askedAt;
    private boolean isThere;

    /** The instance whose metadata service an environment names. */
    InstanceSource(Environment environment) {
        this.instance = new InstanceCredentials(environment);
    }

    @Override
    public boolean isStable() {
        return true;
    }

    @Override
    @Nullable
    Credentials find(StringBuilder reason) {
        if (absence != null && System.nanoTime() - askedAt < ABSENCE_NANOS) {
            reason.append(absence);
            return null;
        }
        int start = reason.length();
        Credentials found = instance.find(reason);
        if (found != null) {
            isThere = true;
        } else if (!isThere) {
            absence = reason.substring(start);
            askedAt = System.nanoTime();
        }
        return found;
    }
}
