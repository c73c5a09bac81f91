package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Immediate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Sends a user and a password in the Authorization header. */
final class BasicAuth implements AuthScheme, Immediate {
    private final String header;

    BasicAuth(String user, String password) {
        Objects.requireNonNull(password, "password must not be null");
        if (Objects.requireNonNull(user, "user must not be null").indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user name for HTTP basic authentication must not contain a colon");
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.header = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public void authenticate(HttpRequest.Builder request, long epochMillis) {
        Secrets.mayGoWith(request, "a password");
        request.headers().set("Authorization", header);
    }

    @Override
    public boolean isImmediate() {
        return true;
    }
}
