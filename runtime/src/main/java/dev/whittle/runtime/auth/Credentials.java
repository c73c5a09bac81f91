package dev.whittle.runtime.auth;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request is signed with. {@code toString} shows the access key id and nothing secret. */
public final class Credentials {
    private final String accessKeyId;
    private final String secretAccessKey;
    private final @Nullable String sessionToken;
    private final @Nullable Instant expiration;

    private Credentials(
            String accessKeyId, String secretAccessKey, @Nullable String sessionToken, @Nullable Instant expiration) {
        this.accessKeyId = Objects.requireNonNull(accessKeyId, "accessKeyId must not be null");
        this.secretAccessKey = Objects.requireNonNull(secretAccessKey, "secretAccessKey must not be null");
        this.sessionToken = sessionToken;
        this.expiration = expiration;
    }

    /** Long-lived credentials. */
    public static Credentials of(String accessKeyId, String secretAccessKey) {
        return new Credentials(accessKeyId, secretAccessKey, null, null);
    }

    /** Credentials of a session; without a token they are long-lived ones. */
    public static Credentials of(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
        return new Credentials(accessKeyId, secretAccessKey, sessionToken, null);
    }

    /** Credentials of a session that ends at a known time. */
    public static Credentials of(
            String accessKeyId, String secretAccessKey, @Nullable String sessionToken, @Nullable Instant expiration) {
        return new Credentials(accessKeyId, secretAccessKey, sessionToken, expiration);
    }

    /** Names the key; it is sent in the clear. */
    public String accessKeyId() {
        return accessKeyId;
    }

    /** Signs, and is never sent. */
    public String secretAccessKey() {
        return secretAccessKey;
    }

    /** Sent along with every request of a session; null for long-lived credentials. */
    public @Nullable String sessionToken() {
        return sessionToken;
    }

    /** When the session ends; null when that is not known or never. */
    public @Nullable Instant expiration() {
        return expiration;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Credentials that)) {
            return false;
        }
        return accessKeyId.equals(that.accessKeyId)
                && secretAccessKey.equals(that.secretAccessKey)
                && Objects.equals(sessionToken, that.sessionToken)
                && Objects.equals(expiration, that.expiration);
    }

    @Override
    public int hashCode() {
        return accessKeyId.hashCode();
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + (sessionToken == null ? "]" : ", with session token]");
    }
}
