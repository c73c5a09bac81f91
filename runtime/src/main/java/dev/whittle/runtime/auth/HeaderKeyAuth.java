package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Ascii;
import dev.whittle.runtime.internal.Immediate;
import java.util.Objects;

/** Sends a key in a header. */
final class HeaderKeyAuth implements AuthScheme, Immediate {
    private final String name;
    private final String key;

    HeaderKeyAuth(String name, String key) {
        this.name = Objects.requireNonNull(name, "name must not be null");
        this.key = Objects.requireNonNull(key, "key must not be null");
        if (!Ascii.isHeaderValue(key)) {
            throw new IllegalArgumentException("the API key is empty, or has a character that a header cannot hold");
        }
    }

    @Override
    public void authenticate(HttpRequest.Builder request, long epochMillis) {
        Secrets.mayGoWith(request, "an API key");
        request.headers().set(name, key);
    }

    @Override
    public boolean isImmediate() {
        return true;
    }
}
