package dev.whittle.runtime.endpoint;

import org.jspecify.annotations.Nullable;

/** How an endpoint wants its requests to be signed: the first of its auth schemes that is supported. */
public final class EndpointSigning {
    private final String scheme;
    private final @Nullable String name;
    private final @Nullable String region;
    private final boolean pathAsSent;

    private EndpointSigning(String scheme, @Nullable String name, @Nullable String region, boolean pathAsSent) {
        this.scheme = scheme;
        this.name = name;
        this.region = region;
        this.pathAsSent = pathAsSent;
    }

    /**
     * Signature Version 4.
     *
     * @param name the service's name in signatures; null for the client's own
     * @param region the region to sign for; null for the client's own
     * @param pathAsSent whether the path is signed as it is sent, not encoded once more
     */
    public static EndpointSigning sigV4(@Nullable String name, @Nullable String region, boolean pathAsSent) {
        return new EndpointSigning("sigv4", name, region, pathAsSent);
    }

    /**
     * Signature Version 4 with the credentials of a session with the bucket at the endpoint, as Amazon S3 Express One Zone
     * wants it.
     *
     * @param name the service's name in signatures; null for the client's own
     * @param region the region to sign for; null for the client's own
     * @param pathAsSent whether the path is signed as it is sent, not encoded once more
     */
    public static EndpointSigning sigV4Session(@Nullable String name, @Nullable String region, boolean pathAsSent) {
        return new EndpointSigning("sigv4-s3express", name, region, pathAsSent);
    }

    /** A scheme that clients do not have. */
    public static EndpointSigning unsupported(String scheme) {
        return new EndpointSigning(scheme, null, null, false);
    }

    /** The name of the scheme in the endpoint's rules. */
    public String scheme() {
        return scheme;
    }

    /** Whether it is Signature Version 4, with or without a session. */
    public boolean isSigV4() {
        return scheme.equals("sigv4") || isSession();
    }

    /** Whether the credentials are those of a session with the bucket at the endpoint. */
    public boolean isSession() {
        return scheme.equals("sigv4-s3express");
    }

    /** The service's name in signatures; null for the client's own. */
    public @Nullable String name() {
        return name;
    }

    /** The region to sign for; null for the client's own. */
    public @Nullable String region() {
        return region;
    }

    /** Whether the path is signed as it is sent, not encoded once more. */
    public boolean isPathAsSent() {
        return pathAsSent;
    }
}
