package dev.whittle.runtime.endpoint;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where requests go: scheme, host and port, and a path that all requests begin with. */
public final class Endpoint {
    private final String scheme;
    private final String authority;
    private final String basePath;

    private Endpoint(String scheme, String authority, String basePath) {
        this.scheme = scheme;
        this.authority = authority;
        this.basePath = basePath;
    }

    /** An endpoint at a host, over https. The host is taken as it is. */
    static Endpoint https(String host) {
        return new Endpoint("https", host, "");
    }

    /**
     * The endpoint that a URI names.
     *
     * @throws IllegalArgumentException if it is not {@code http} or {@code https}, has no host, or has user info, a query
     *     or a fragment
     */
    public static Endpoint of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("endpoint '" + uri + "' must begin with https:// or http://");
        }
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException("endpoint '" + uri + "' has no host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            // Not quoted, for the part that is too much may be a password.
            throw new IllegalArgumentException(
                    "the endpoint at host '" + host + "' must have no user info, query or fragment");
        }
        int port = uri.getPort();
        boolean implied = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        String path = URI.create(uri.toASCIIString()).getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new Endpoint(scheme, implied ? host : host + ":" + port, path);
    }

    /** {@code https} or {@code http}. */
    public String scheme() {
        return scheme;
    }

    /** The host, with its port where that is not the scheme's own. */
    public String authority() {
        return authority;
    }

    /** What every path begins with, percent-encoded, without a slash at its end; often empty. */
    public String basePath() {
        return basePath;
    }

    /** The endpoint with something before its host, such as {@code data.}; null changes nothing. */
    public Endpoint withHostPrefix(@Nullable String prefix) {
        return prefix == null ? this : new Endpoint(scheme, prefix + authority, basePath);
    }

    @Override
    public String toString() {
        return scheme + "://" + authority + basePath;
    }
}
