package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Queries;
import java.util.Objects;

/** Sends a key in a parameter of the query. */
final class QueryKeyAuth implements AuthScheme {
    private final String name;
    private final String key;

    QueryKeyAuth(String name, String key) {
        this.name = Objects.requireNonNull(name, "name must not be null");
        this.key = Objects.requireNonNull(key, "key must not be null");
    }

    @Override
    public void authenticate(HttpRequest.Builder request, long epochMillis) {
        Secrets.mayGoWith(request, "an API key");
        request.query(Queries.with(Queries.without(request.query(), name), name, key));
    }

    @Override
    public boolean isImmediate() {
        return true;
    }
}
