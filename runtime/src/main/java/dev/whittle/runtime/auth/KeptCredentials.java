package dev.whittle.runtime.auth;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The credentials of several sources, each of which is asked again before its credentials expire. Those that were not used for
 * the longest time are forgotten if there are too many. Safe for use by several threads.
 */
public final class KeptCredentials {
    private static final int MOST = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<CredentialsProvider, CredentialsProvider> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Makes an empty collection. */
    public KeptCredentials() {}

    /**
     * The credentials of a source.
     *
     * @param source equal to the sources that give the same credentials
     * @param clock tells when credentials expire
     */
    public CredentialsProvider of(CredentialsProvider source, Clock clock) {
        lock.lock();
        try {
            CredentialsProvider known = kept.get(source);
            if (known == null) {
                known = new CachedCredentials(source, clock);
                kept.put(source, known);
                if (kept.size() > MOST) {
                    Iterator<CredentialsProvider> oldest = kept.keySet().iterator();
                    oldest.next();
                    oldest.remove();
                }
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
