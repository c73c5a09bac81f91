package dev.whittle.runtime.client;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.internal.Hosts;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The endpoint of a call whose input has the URL, because the service assigns the host at run time. */
public final class MemberEndpoint {
    private MemberEndpoint() {}

    /**
     * The endpoint at a URL. Requests are signed for it as for the client's own.
     *
     * @param operation the operation, for messages
     * @param member the member that has the URL, for messages
     * @param url the URL; null for the client's endpoint
     * @param client the endpoint that the client would call otherwise. If it is encrypted, the URL must be one of {@code https},
     *     unless it is on this machine
     * @throws RequestNotSentException if this is not the URL of a server, or an unencrypted one
     */
    // What the JDK says of a URL quotes it.
    @SuppressWarnings("UnusedException")
    public static Endpoint of(String operation, String member, @Nullable String url, Endpoint client) {
        if (url == null) {
            return client;
        }
        Endpoint wanted;
        try {
            wanted = Endpoint.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw Failures.badMember(
                    operation,
                    member,
                    " (the endpoint of the call)",
                    "must be the URL of a server, such as https://host, without user info, query and fragment");
        }
        if (wanted.scheme().equals("http")
                && client.scheme().equals("https")
                && !Hosts.isLoopback(wanted.authority())) {
            throw Failures.badMember(
                    operation,
                    member,
                    " (the endpoint of the call)",
                    "must begin with https://, as the endpoint of the client does");
        }
        return client.at(wanted);
    }
}
