package dev.whittle.runtime.auth;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Credentials, and when to look for newer ones, in milliseconds since 1970. */
final class HeldCredentials {
    private static final long MINUTE = 60_000;

    /** When newer ones are looked for before the present ones expire. */
    private static final long PREFETCH = 15 * MINUTE;

    /** When newer ones must be had before the present ones expire. */
    private static final long MANDATORY = 5 * MINUTE;

    /** How often credentials are looked at that do not say when they expire: somebody may have put others there. */
    private static final long REVIEW = 5 * MINUTE;

    private static final long FIRST_BACKOFF = 10_000;
    private static final long LONGEST_BACKOFF = 5 * MINUTE;

    /** How long expired credentials are used at least before newer ones are looked for again. */
    private static final long EXTENSION = 5 * MINUTE;

    private final Credentials credentials;
    private final long refreshAt;
    private final long mandatoryAt;
    private final long expiresAt;
    private final int failures;
    private final boolean extended;

    private HeldCredentials(
            Credentials credentials, long refreshAt, long mandatoryAt, long expiresAt, int failures, boolean extended) {
        this.credentials = credentials;
        this.refreshAt = refreshAt;
        this.mandatoryAt = mandatoryAt;
        this.expiresAt = expiresAt;
        this.failures = failures;
        this.extended = extended;
    }

    /**
     * Credentials that have just been given.
     *
     * @param isStable whether their source gives expired ones while it cannot get others
     */
    static HeldCredentials of(Credentials credentials, long now, boolean isStable) {
        Instant expiration = credentials.expiration();
        if (expiration == null) {
            return new HeldCredentials(credentials, now + REVIEW, Long.MAX_VALUE, Long.MAX_VALUE, 0, false);
        }
        // Instants reach further than milliseconds do.
        long expires = Math.max(Long.MIN_VALUE / 1000, Math.min(expiration.getEpochSecond(), Long.MAX_VALUE / 1000 - 1))
                * 1000;
        if (expires <= now) {
            // For other sources it is more likely that this machine's clock is wrong. The service decides.
            long soon = now + MINUTE;
            return isStable
                    ? extended(credentials, now, expires)
                    : new HeldCredentials(credentials, soon, soon, soon, 0, false);
        }
        long left = expires - now;
        // Those with a short life are not asked for again at once.
        return new HeldCredentials(
                credentials,
                Math.max(expires - PREFETCH, now + left / 2),
                Math.max(expires - MANDATORY, now + left / 4 * 3),
                expires,
                0,
                false);
    }

    /** The same, after a failure to get newer ones before they expire. */
    HeldCredentials postponed(long now) {
        long backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << Math.min(failures, 5));
        // No caller waits for a source that fails while these are valid.
        return new HeldCredentials(
                credentials, Math.min(now + jittered(backoff), expiresAt), expiresAt, expiresAt, failures + 1, false);
    }

    /** The same, after a failure to get newer ones when they have expired. */
    HeldCredentials extended(long now) {
        return extended(credentials, now, expiresAt);
    }

    // No caller waits for the source: each attempt may take seconds.
    private static HeldCredentials extended(Credentials credentials, long now, long expires) {
        return new HeldCredentials(credentials, now + jittered(2 * EXTENSION), Long.MAX_VALUE, expires, 0, true);
    }

    /** Half of a delay to all of it: many machines that failed together must not come back together. */
    private static long jittered(long longest) {
        return longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
    }

    Credentials credentials() {
        return credentials;
    }

    /** When one caller is to look for newer ones. */
    long refreshAt() {
        return refreshAt;
    }

    /** When all callers are to wait for newer ones, if one looks for them. */
    long mandatoryAt() {
        return mandatoryAt;
    }

    /** When these can no longer be used. */
    long expiresAt() {
        return expiresAt;
    }

    /** Whether newer ones were looked for in vain before these expired. */
    boolean isPostponed() {
        return failures > 0;
    }

    /** Whether these have expired, and are used because their source fails. */
    boolean isExtended() {
        return extended;
    }
}
