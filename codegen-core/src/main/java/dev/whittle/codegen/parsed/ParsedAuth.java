package dev.whittle.codegen.parsed;

import java.util.List;

/**
 * How requests are authenticated.
 *
 * @param schemes the ways that the service accepts, the preferred one first, as the absolute ids of their traits; empty
 *     where none of them is supported
 * @param unsignedPayload whether a signature leaves the body out
 */
public record ParsedAuth(List<String> schemes, boolean unsignedPayload) {
    /** Signature Version 4. */
    public static final String SIGV4 = "aws.auth#sigv4";

    /** No authentication. */
    public static final String NO_AUTH = "smithy.api#noAuth";

    /** A bearer token. */
    public static final String HTTP_BEARER = "smithy.api#httpBearerAuth";

    public ParsedAuth {
        schemes = List.copyOf(schemes);
    }

    /** The one way that the older forms of a model know. */
    public static ParsedAuth only(String scheme) {
        return new ParsedAuth(List.of(scheme), false);
    }
}
