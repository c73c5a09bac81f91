package dev.whittle.runtime.auth;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.metadata.CredentialsHttp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of sessions with single buckets, as Amazon S3 Express One Zone wants them: each session is created by a
 * request that is signed with the client's credentials, and used until shortly before it expires, which is after some
 * minutes. Safe for use by several threads.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html">CreateSession</a>
 */
public final class BucketSessions {
    private static final String PLACE = "session with the bucket";

    /** A client of many buckets must not grow without a limit. */
    private static final int MOST = 100;

    private final HttpTransport transport;
    private final String signingName;
    private final Map<Session, CredentialsProvider> sessions = new ConcurrentHashMap<>();

    /**
     * Makes the sessions of a client; none is created yet.
     *
     * @param transport sends the requests that create sessions
     * @param signingName the service's name in signatures, for endpoints that name none
     */
    public BucketSessions(HttpTransport transport, String signingName) {
        this.transport = transport;
        this.signingName = signingName;
    }

    /**
     * The credentials of the session with the bucket at an endpoint.
     *
     * @param region the region to sign for
     * @param credentials those of the client, with which the session is created
     * @param clock dates signatures
     * @return a provider that creates the session when it is first asked
     */
    public CredentialsProvider at(Endpoint endpoint, String region, CredentialsProvider credentials, Clock clock) {
        Session session = new Session(endpoint, region, credentials, clock);
        CredentialsProvider known = sessions.get(session);
        if (known != null) {
            return known;
        }
        if (sessions.size() >= MOST) {
            sessions.clear();
        }
        known = new CachedCredentials(session);
        CredentialsProvider other = sessions.putIfAbsent(session, known);
        return other == null ? known : other;
    }

    /** Creates the session with a bucket, of which every request has the address, for the credentials of a client. */
    private final class Session implements CredentialsProvider {
        private final Endpoint endpoint;
        private final String place;
        private final String region;
        private final CredentialsProvider credentials;
        private final Clock clock;

        Session(Endpoint endpoint, String region, CredentialsProvider credentials, Clock clock) {
            this.endpoint = endpoint;
            this.place = endpoint + " " + region;
            this.region = region;
            this.credentials = credentials;
            this.clock = clock;
        }

        @Override
        public Credentials credentials() {
            EndpointSigning signing = endpoint.signing();
            String name = signing == null || signing.name() == null ? signingName : signing.name();
            HttpRequest.Builder request = HttpRequest.builder()
                    .method("GET")
                    .origin(endpoint.scheme(), endpoint.authority())
                    .path(endpoint.basePath() + "/")
                    .query("session");
            SigV4Signer.ofPathAsSent(region, name).sign(request, credentials.credentials(), clock.millis());
            return CredentialsXml.of(
                    PLACE, "the service", new CredentialsHttp(PLACE, transport, 3000, 15_000).send(request), null);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Session session
                    && session.place.equals(place)
                    && session.credentials.equals(credentials);
        }

        @Override
        public int hashCode() {
            return 31 * place.hashCode() + credentials.hashCode();
        }
    }
}
