package dev.whittle.runtime.client;

import java.util.Objects;

/**
 * How the requests of an operation prove who sends them: the name of an authentication scheme, as Smithy's traits have
 * it. A client looks under {@link #id} for the scheme that its builder was given.
 */
public final class AuthType {
    /** Not at all. */
    public static final AuthType NONE = new AuthType("smithy.api#noAuth");

    /** AWS Signature Version 4 in the Authorization header, the body included. */
    public static final AuthType SIGV4 = new AuthType("aws.auth#sigv4");

    /** AWS Signature Version 4 in the Authorization header, the body left out; the scheme is that of {@link #SIGV4}. */
    public static final AuthType SIGV4_UNSIGNED_PAYLOAD = new AuthType("aws.auth#sigv4");

    /** A bearer token. */
    public static final AuthType HTTP_BEARER = new AuthType("smithy.api#httpBearerAuth");

    /** A user and a password. */
    public static final AuthType HTTP_BASIC = new AuthType("smithy.api#httpBasicAuth");

    /** An API key. */
    public static final AuthType HTTP_API_KEY = new AuthType("smithy.api#httpApiKeyAuth");

    private final String id;

    private AuthType(String id) {
        this.id = Objects.requireNonNull(id, "id must not be null");
    }

    /** A scheme that is neither of the constants, such as {@code com.example#stampAuth}. */
    public static AuthType of(String id) {
        return new AuthType(id);
    }

    /** The name of the scheme: the absolute id of its trait. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
