package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.error.BucketSessionException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.ErrorDetails;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.internal.DateParser;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Creates the session with a bucket, as Amazon S3 Express One Zone wants it: a request that is signed with the client's
 * credentials, whose response has those of the session. Sessions are equal if they are with the same bucket, in the same
 * region and for the same credentials.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html">CreateSession</a>
 */
final class BucketSession implements CredentialsProvider {
    private static final String OPERATION = "CreateSession";
    private static final int CONNECT_MILLIS = 3000;
    private static final int MILLIS = 15_000;
    private static final int RESPONSE_LIMIT = 256 * 1024;

    private final HttpTransport transport;
    private final Endpoint endpoint;
    private final String key;
    private final String region;
    private final String signingName;
    private final CredentialsProvider credentials;
    private final Clock clock;

    /**
     * Makes a session that is not created yet.
     *
     * @param endpoint that of the bucket
     * @param signingName the service's name in signatures
     * @param credentials those of the client
     * @param clock dates the signature
     */
    BucketSession(
            HttpTransport transport,
            Endpoint endpoint,
            String region,
            String signingName,
            CredentialsProvider credentials,
            Clock clock) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.key = endpoint + " " + region + " " + signingName;
        this.region = region;
        this.signingName = signingName;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Credentials credentials() {
        Credentials own = credentials.credentials();
        if (own == null) {
            throw new MissingCredentialsException(
                    OPERATION + ": the credentials provider returned null instead of credentials", null);
        }
        HttpRequest.Builder request = HttpRequest.builder()
                .method("GET")
                .origin(endpoint.scheme(), endpoint.authority())
                .path(endpoint.basePath() + "/")
                .query("session")
                .timeouts(CONNECT_MILLIS, MILLIS);
        SigV4Signer.ofPathAsSent(region, signingName).sign(request, own, clock.millis());
        try (HttpResponse response = transport.send(request.build())) {
            byte[] body = response.body().readNBytes(RESPONSE_LIMIT);
            if (response.status() != 200) {
                throw refused(response, body);
            }
            return read(body);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CallInterruptedException(OPERATION + ": interrupted", e);
            }
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new TransportException(
                    OPERATION + ": the exchange with " + endpoint.authority() + " failed: " + reason, e);
        }
    }

    private static BucketSessionException refused(HttpResponse response, byte[] body) {
        int status = response.status();
        ErrorFields fields = XmlErrors.INSTANCE.read(response.headers(), body);
        boolean throttling = fields.isThrottling(status);
        return new BucketSessionException(ErrorDetails.builder()
                .operation(OPERATION)
                .statusCode(status)
                .errorCode(fields.reportedCode())
                .message(fields.message())
                .requestId(fields.requestId())
                .retryable(throttling || fields.isTransient(status))
                .throttling(throttling)
                .headers(response.headers().toMap())
                .build());
    }

    private static Credentials read(byte[] body) {
        String id = null;
        String secret = null;
        String token = null;
        Instant expiration = null;
        try {
            XmlReader in = new XmlReader(body);
            if (in.hasValue() && in.enter("Credentials")) {
                for (String name = in.first(); name != null; name = in.next()) {
                    switch (name) {
                        case "AccessKeyId" -> id = in.string().trim();
                        case "SecretAccessKey" -> secret = in.string().trim();
                        case "SessionToken" -> token = in.string().trim();
                        case "Expiration" ->
                            expiration = DateParser.parse(in.string().trim());
                        default -> in.skip();
                    }
                }
            }
        } catch (MalformedResponseException e) {
            // Not as the cause: it may quote what could not be read.
            throw malformed();
        }
        if (id == null || id.isEmpty() || secret == null || secret.isEmpty() || token == null || expiration == null) {
            throw malformed();
        }
        return Credentials.of(id, secret, token, expiration);
    }

    private static MissingCredentialsException malformed() {
        return new MissingCredentialsException(OPERATION + ": the response has no credentials of a session", null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BucketSession session
                && session.key.equals(key)
                && session.credentials.equals(credentials);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + credentials.hashCode();
    }
}
