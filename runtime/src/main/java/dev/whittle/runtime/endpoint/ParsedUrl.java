package dev.whittle.runtime.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL, as the function {@code parseURL} of endpoint rules tells them.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html">Rules engine standard
 *     library</a>
 */
public final class ParsedUrl {
    private final String scheme;
    private final String authority;
    private final String path;

    private ParsedUrl(String scheme, String authority, String path) {
        this.scheme = scheme;
        this.authority = authority;
        this.path = path;
    }

    /** The parts of a text; null if it is no URL of {@code http} or {@code https}, or has a query or a fragment. */
    public static @Nullable ParsedUrl of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
        String scheme = uri.getScheme();
        String authority = uri.getRawAuthority();
        boolean known = "https".equals(scheme) || "http".equals(scheme);
        if (!known || authority == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return null;
        }
        String userInfo = uri.getRawUserInfo();
        String host = userInfo == null ? authority : authority.substring(userInfo.length() + 1);
        return new ParsedUrl(scheme, host, uri.getRawPath());
    }

    /** {@code https} or {@code http}. */
    public String scheme() {
        return scheme;
    }

    /** The host, and its port where the URL has one. */
    public String authority() {
        return authority;
    }

    /** The path as it stands in the URL, often empty. */
    public String path() {
        return path;
    }

    /** The path with a slash before and behind. */
    public String normalizedPath() {
        if (path.isEmpty()) {
            return "/";
        }
        return path.endsWith("/") ? path : path + "/";
    }

    /** Whether the host is an address, of IPv4 or IPv6, and no name. */
    public boolean isIp() {
        if (authority.startsWith("[")) {
            return true;
        }
        int colon = authority.indexOf(':');
        return EndpointFunctions.isIpv4(colon < 0 ? authority : authority.substring(0, colon));
    }
}
