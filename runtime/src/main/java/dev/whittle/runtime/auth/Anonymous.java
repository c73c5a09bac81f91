package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;

/** Leaves requests as they are. */
final class Anonymous implements AuthScheme {
    @Override
    public void authenticate(HttpRequest.Builder request, long epochMillis) {}

    @Override
    public boolean isImmediate() {
        return true;
    }
}
