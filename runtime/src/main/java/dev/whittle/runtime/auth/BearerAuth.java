package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Ascii;
import java.util.Objects;

/** Sends a token in the Authorization header. */
final class BearerAuth implements AuthScheme {
    private final TokenProvider tokens;

    BearerAuth(TokenProvider tokens) {
        this.tokens = Objects.requireNonNull(tokens, "tokens must not be null");
    }

    @Override
    public void authenticate(HttpRequest.Builder request, long epochMillis) {
        Secrets.mayGoWith(request, "a bearer token");
        String token = tokens.token();
        if (token == null) {
            throw new MissingCredentialsException("the token provider returned null instead of a token", null);
        }
        if (!Ascii.isHeaderValue(token)) {
            throw new MissingCredentialsException(
                    "the bearer token is empty, or has a character that a header cannot hold", null);
        }
        request.headers().set("Authorization", "Bearer " + token);
    }

    @Override
    public boolean isImmediate() {
        return tokens instanceof FixedToken;
    }
}
