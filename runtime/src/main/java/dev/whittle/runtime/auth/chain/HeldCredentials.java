package dev.whittle.runtime.auth.chain;

import dev.whittle.runtime.auth.Credentials;
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

    private final Credentials credentials;
    private final long refreshAt;
    private final long mandatoryAt;
    private final long expiresAt;
    private final int failures;

    private HeldCredentials(Credentials credentials, long refreshAt, long mandatoryAt, long expiresAt, int failures) {
        this.credentials = credentials;
        this.refreshAt = refreshAt;
        this.mandatoryAt = mandatoryAt;
        this.expiresAt = expiresAt;
        this.failures = failures;
    }

    /** Credentials that have just been given. */
    static HeldCredentials of(Credentials credentials, long now) {
        Instant expiration = credentials.expiration();
        if (expiration == null) {
            return new HeldCredentials(credentials, now + REVIEW, Long.MAX_VALUE, Long.MAX_VALUE, 0);
        }
        // Instants reach further than milliseconds do.
        long expires = Math.min(expiration.getEpochSecond(), Long.MAX_VALUE / 1000 - 1) * 1000;
        long left = expires - now;
        if (left <= 0) {
            // It is more likely that this machine's clock is wrong. The service decides.
            long soon = now + MINUTE;
            return new HeldCredentials(credentials, soon, soon, soon, 0);
        }
        // Those with a short life are not asked for again at once.
        return new HeldCredentials(
                credentials,
                Math.max(expires - PREFETCH, now + left / 2),
                Math.max(expires - MANDATORY, now + left / 4 * 3),
                expires,
                0);
    }

    /** The same, after a failure to get newer ones. */
    HeldCredentials postponed(long now) {
        long backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << Math.min(failures, 5));
        // Many machines that failed together must not come back together.
        long delay = backoff / 2 + ThreadLocalRandom.current().nextLong(backoff / 2 + 1);
        return new HeldCredentials(credentials, Math.min(now + delay, expiresAt), mandatoryAt, expiresAt, failures + 1);
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
}
