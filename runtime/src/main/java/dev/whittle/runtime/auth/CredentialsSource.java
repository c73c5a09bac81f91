package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import org.jspecify.annotations.Nullable;

/** One place among the settings of the process where credentials may be found: a link of a {@link CredentialsChain}. */
final class CredentialsSource {
    private final Environment environment;
    private final boolean isProperties;
    private final String place;
    private final String accessKeyId;
    private final String secretAccessKey;
    private final String sessionToken;

    private CredentialsSource(
            Environment environment,
            boolean isProperties,
            String place,
            String accessKeyId,
            String secretAccessKey,
            String sessionToken) {
        this.environment = environment;
        this.isProperties = isProperties;
        this.place = place;
        this.accessKeyId = accessKeyId;
        this.secretAccessKey = secretAccessKey;
        this.sessionToken = sessionToken;
    }

    /** The system properties of the AWS SDKs. */
    static CredentialsSource systemProperties(Environment environment) {
        return new CredentialsSource(
                environment, true, "system properties", "aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken");
    }

    /** The environment variables of the AWS SDKs. */
    static CredentialsSource variables(Environment environment) {
        return new CredentialsSource(
                environment, false, "environment", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
    }

    private @Nullable String value(String name) {
        return isProperties ? environment.property(name) : environment.variable(name);
    }

    /**
     * The credentials; null when neither of the keys is set. A blank value counts as not set.
     *
     * @throws MissingCredentialsException if only one of the keys is set
     */
    @Nullable
    Credentials find() {
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
    String place() {
        return place + ": " + accessKeyId + " and " + secretAccessKey + " are not both set";
    }
}
