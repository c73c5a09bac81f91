package dev.whittle.runtime.auth;

/**
 * A source beside which services accept credentials a while after their expiration, because the source may be down: the
 * agents of containers and instances.
 */
interface StableSource {
    /** Whether expired credentials are used while the source fails. */
    boolean isStable();
}
