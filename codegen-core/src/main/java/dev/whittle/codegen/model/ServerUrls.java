package dev.whittle.codegen.model;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The URLs that clients can be given as endpoints. */
public final class ServerUrls {
    /** What such a URL looks like, as a hint. */
    public static final String EXAMPLE = "for example https://orders.example.com";

    private ServerUrls() {}

    /** What keeps a text from being the URL of a server, to follow it in a sentence; {@code null} where nothing does. */
    public static @Nullable String fault(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return "is not a URL";
        }
        String scheme = uri.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            return "begins with neither https:// nor http://";
        } else if (uri.getHost() == null) {
            return "has no host";
        } else if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return "has user info, a query or a fragment";
        }
        return null;
    }
}
