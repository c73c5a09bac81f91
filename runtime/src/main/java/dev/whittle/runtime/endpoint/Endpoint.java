package dev.whittle.runtime.endpoint;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.internal.Hosts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go: scheme, host and port, and a path that all requests begin with; and what requests that go there
 * need. Immutable.
 */
public final class Endpoint {
    private final String scheme;
    private final String authority;
    private final String basePath;
    private final @Nullable EndpointSigning signing;
    private final List<String> headers;

    private Endpoint(
            String scheme, String authority, String basePath, @Nullable EndpointSigning signing, List<String> headers) {
        this.scheme = scheme;
        this.authority = authority;
        this.basePath = basePath;
        this.signing = signing;
        this.headers = headers;
    }

    /** An endpoint at a host, over https. The host is taken as it is. */
    static Endpoint https(String host) {
        return new Endpoint("https", host, "", null, List.of());
    }

    /**
     * The endpoint that rules lead to.
     *
     * @throws ConfigurationException if it is not the URL of a server
     */
    // What the JDK says of a URL quotes it, and members of the input may be part of it.
    @SuppressWarnings("UnusedException")
    public static Endpoint of(String url) {
        try {
            return of(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "the region and the other parameters do not form a valid endpoint URL", null);
        }
    }

    /**
     * The endpoint that a URI names.
     *
     * @throws IllegalArgumentException if it is not {@code http} or {@code https}, has no host, or has user info, a query
     *     or a fragment
     */
    public static Endpoint of(URI uri) {
        Objects.requireNonNull(uri, "endpoint must not be null");
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException(quoted(uri) + " must begin with https:// or http://");
        }
        String host = Hosts.of(uri);
        if (host == null) {
            throw new IllegalArgumentException(quoted(uri) + " has no host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            // Not quoted, for the part that is too much may be a password.
            throw new IllegalArgumentException(
                    "the endpoint at host '" + host + "' must have no user info, query or fragment");
        }
        int port = Hosts.port(uri);
        if (port > 65_535) {
            throw new IllegalArgumentException(quoted(uri) + " has a port above 65535");
        }
        boolean implied = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        String path = URI.create(uri.toASCIIString()).getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new Endpoint(scheme, implied ? host : host + ":" + port, path, null, List.of());
    }

    /** A URI as a message may have it: what is before an at sign may be a password. */
    private static String quoted(URI uri) {
        String text = uri.toString();
        return text.indexOf('@') < 0 ? "endpoint '" + text + "'" : "the endpoint";
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

    /** How requests are signed that go there, where that is not as the client signs others; null where it is. */
    public @Nullable EndpointSigning signing() {
        return signing;
    }

    /** What every request has as headers that goes there: names, each followed by its value. */
    public List<String> headers() {
        return headers;
    }

    /** The endpoint with something before its host, such as {@code data.}; null changes nothing. */
    public Endpoint withHostPrefix(@Nullable String prefix) {
        return prefix == null ? this : new Endpoint(scheme, prefix + authority, basePath, signing, headers);
    }

    /** The endpoint at the scheme, host, port and path of another one; what its requests need stays. */
    public Endpoint at(Endpoint other) {
        return new Endpoint(other.scheme, other.authority, other.basePath, signing, headers);
    }

    /** The endpoint with its own way of signing. */
    public Endpoint withSigning(EndpointSigning signing) {
        return new Endpoint(scheme, authority, basePath, signing, headers);
    }

    /** The endpoint with a header that every request has that goes there. */
    public Endpoint withHeader(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Endpoint(scheme, authority, basePath, signing, more);
    }

    @Override
    public String toString() {
        return scheme + "://" + authority + basePath;
    }
}
