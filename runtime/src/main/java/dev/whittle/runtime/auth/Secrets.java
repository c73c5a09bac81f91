package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Hosts;

/** Where secrets may go that are sent as they are. */
final class Secrets {
    private Secrets() {}

    /**
     * Refuses a request that anybody on the way could read.
     *
     * @param secret what would be sent, such as {@code a bearer token}
     */
    static void mayGoWith(HttpRequest.Builder request, String secret) {
        if (!request.scheme().equals("https") && !Hosts.isLoopback(request.authority())) {
            throw new ConfigurationException(
                    secret + " is not sent to " + request.authority() + " over plain http: use an https endpoint",
                    null);
        }
    }
}
