package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with a signature in its URL: whoever has it can send it, without credentials, as often as they like until it
 * expires. So its URL is a secret, which {@code toString} does not show.
 */
public final class PresignedRequest {
    private final HttpRequest request;
    private final Map<String, List<String>> headers;
    private final Instant expiration;

    PresignedRequest(HttpRequest request, Instant expiration) {
        this.request = request;
        this.headers = Collections.unmodifiableMap(request.headers().toMap());
        this.expiration = expiration;
    }

    /** The HTTP method to send it with. */
    public String method() {
        return request.method();
    }

    /** The URL with the signature in its query, to be sent as it is. */
    public URI uri() {
        return URI.create(request.url());
    }

    /**
     * The headers that have to be sent with it, with these very values, because they are signed. Not among them are {@code
     * Host} and {@code Content-Length}, which every HTTP client adds by itself; other headers may be added.
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * The body that has to be sent with it, to the byte, because it is signed; null for none. If the operation leaves the
     * body out of signatures, any may be sent; then this is the one of the input.
     */
    public @Nullable RequestBody body() {
        return request.body();
    }

    /** When it expires: as asked for, or earlier if the credentials are those of a session that ends before. */
    public Instant expiration() {
        return expiration;
    }

    /** Whether the URL is all there is to it, so that it can be opened in a browser or put into a link. */
    public boolean isBrowserExecutable() {
        return request.method().equals("GET") && headers.isEmpty() && request.body() == null;
    }

    @Override
    public String toString() {
        return request + ", presigned, expires " + expiration;
    }
}
