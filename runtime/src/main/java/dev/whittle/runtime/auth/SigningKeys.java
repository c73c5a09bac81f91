package dev.whittle.runtime.auth;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the signing keys of one region and service, a few of them, so that a client may sign for several accounts.
 * Threads may race for a place: keys are immutable, and one that is lost is derived again.
 */
final class SigningKeys {
    private static final int PLACES = 8;

    private final String region;
    private final String service;
    private final @Nullable SigningKey[] places = new SigningKey[PLACES];

    SigningKeys(String region, String service) {
        this.region = region;
        this.service = service;
    }

    SigningKey get(Credentials credentials, SigningDate date, SigningWorkspace workspace) {
        int place = credentials.hashCode() & PLACES - 1;
        SigningKey key = places[place];
        if (key == null || !key.isFor(credentials, date.date())) {
            key = SigningKey.derive(credentials, date.date(), region, service, workspace);
            places[place] = key;
        }
        return key;
    }
}
