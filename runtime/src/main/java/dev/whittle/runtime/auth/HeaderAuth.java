package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Sends a secret that never changes in a header. */
final class HeaderAuth implements AuthScheme {
    private final String name;
    private final String value;
    private final String secret;

    private HeaderAuth(String name, String value, String secret) {
        this.name = name;
        this.value = value;
        this.secret = secret;
    }

    static HeaderAuth basic(String user, String password) {
        Objects.requireNonNull(password, "password must not be null");
        if (Objects.requireNonNull(user, "user must not be null").indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user name for HTTP basic authentication must not contain a colon");
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new HeaderAuth("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair), "a password");
    }

    static HeaderAuth apiKey(String name, String key) {
        Objects.requireNonNull(name, "name must not be null");
        if (!Ascii.isHeaderValue(Objects.requireNonNull(key, "key must not be null"))) {
            throw new IllegalArgumentException("the API key is empty, or has a character that a header cannot hold");
        }
        return new HeaderAuth(name, key, "an API key");
    }

    @Override
    public void authenticate(HttpRequest.Builder request, long epochMillis) {
        Secrets.mayGoWith(request, secret);
        request.headers().set(name, value);
    }

    @Override
    public boolean isImmediate() {
        return true;
    }
}
