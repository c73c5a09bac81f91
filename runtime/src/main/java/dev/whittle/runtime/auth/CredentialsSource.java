package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/** One place among the settings of the process where credentials may be found: a link of a {@link CredentialsChain}. */
abstract class CredentialsSource {
    private final String place;
    private final String accessKeyId;
    private final String secretAccessKey;
    private final String sessionToken;

    /**
     * Makes a source.
     *
     * @param place what messages begin with
     * @param accessKeyId the name of the setting, as of the following
     */
    CredentialsSource(String place, String accessKeyId, String secretAccessKey, String sessionToken) {
        this.place = place;
        this.accessKeyId = accessKeyId;
        this.secretAccessKey = secretAccessKey;
        this.sessionToken = sessionToken;
    }

    /** The value of a setting; null when it is not set. */
    abstract @Nullable String value(String name);

    /**
     * The credentials; null when neither of the keys is set. A blank value counts as not set.
     *
     * @throws MissingCredentialsException if only one of the keys is set
     */
    final @Nullable Credentials find() {
        String id = value(accessKeyId);
        String secret = value(secretAccessKey);
        boolean hasId = id != null && !id.isBlank();
        boolean hasSecret = secret != null && !secret.isBlank();
        if (id == null || secret == null || !hasId || !hasSecret) {
            if (hasId || hasSecret) {
                throw halfSet(hasId);
            }
            return null;
        }
        String token = value(sessionToken);
        return Credentials.of(id.trim(), secret.trim(), token == null || token.isBlank() ? null : token.trim());
    }

    /** Half of a setting is a mistake: credentials of another place would be those of another identity. */
    private MissingCredentialsException halfSet(boolean hasId) {
        return new MissingCredentialsException(
                place + ": " + (hasId ? accessKeyId : secretAccessKey) + " is set, but "
                        + (hasId ? secretAccessKey : accessKeyId) + " is not: set both or neither",
                null);
    }

    /** The place and what is missing there, for a user who has set nothing. */
    final String place() {
        return place + ": " + accessKeyId + " and " + secretAccessKey + " are not both set";
    }
}
