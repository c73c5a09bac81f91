package dev.whittle.runtime.auth;

import org.jspecify.annotations.Nullable;

/** One place where credentials may be found: a link of a {@link CredentialsChain}. */
abstract class CredentialsSource {
    /** The credentials; null when this place has none. */
    abstract @Nullable Credentials find();

    /** The place and what is missing there, for somebody who has set nothing. */
    abstract String place();

    /** Credentials of settings, where a blank one counts as not set. */
    static @Nullable Credentials of(
            @Nullable String accessKeyId, @Nullable String secretAccessKey, @Nullable String sessionToken) {
        if (accessKeyId == null || accessKeyId.isBlank() || secretAccessKey == null || secretAccessKey.isBlank()) {
            return null;
        }
        String token = sessionToken == null || sessionToken.isBlank() ? null : sessionToken.trim();
        return Credentials.of(accessKeyId.trim(), secretAccessKey.trim(), token);
    }
}
