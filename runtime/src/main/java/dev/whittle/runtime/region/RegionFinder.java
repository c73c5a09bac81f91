package dev.whittle.runtime.region;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.ConfigurationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The region of a client whose builder was not given one, looked for as {@link DefaultRegion} describes when it is needed.
 * What is found is kept. A region that is missing is looked for in settings of this process at each call, but in files
 * and on the instance only once a minute, because an instance that is not there takes seconds.
 */
public final class RegionFinder {
    private static final long ABSENCE_NANOS = 60_000_000_000L;

    private final Environment environment;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String region;
    private volatile boolean isMissing;
    private volatile long missingSince;

    /** Makes a finder that has looked nowhere yet. */
    public RegionFinder(Environment environment) {
        this.environment = environment;
    }

    /** Whether {@link #find} has its result at once. */
    public boolean isReady() {
        return region != null || isKnownToBeMissing() || DefaultRegion.isSet(environment);
    }

    /**
     * The region; null when there is none.
     *
     * @throws ConfigurationException if the profile is needed, and its file cannot be read; or if the region cannot be
     *     part of a host name
     */
    public @Nullable String find() {
        String known = region;
        if (known != null) {
            return known;
        }
        if (DefaultRegion.isSet(environment)) {
            region = known = DefaultRegion.findHere(environment);
            return known;
        }
        return isKnownToBeMissing() ? null : findFurther();
    }

    private @Nullable String findFurther() {
        lock.lock();
        try {
            String known = region;
            if (known == null && !isKnownToBeMissing()) {
                region = known = DefaultRegion.find(environment);
                if (known == null) {
                    missingSince = System.nanoTime();
                    isMissing = true;
                }
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private boolean isKnownToBeMissing() {
        return isMissing && System.nanoTime() - missingSince < ABSENCE_NANOS;
    }
}
