package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Hosts;

/** Where secrets may go that are sent as they are, and what they may consist of. */
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

    /** Whether a header can hold a text: visible ASCII and spaces, and some of it. */
    static boolean isHeaderValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isBlank();
    }
}
