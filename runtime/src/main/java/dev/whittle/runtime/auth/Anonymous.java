package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Immediate;

/** Leaves requests as they are. */
final class Anonymous implements AuthScheme, Immediate {
    @Override
    public void authenticate(HttpRequest.Builder request, long epochMillis) {}

    @Override
    public boolean isImmediate() {
        return true;
    }
}
