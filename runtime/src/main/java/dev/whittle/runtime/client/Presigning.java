package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.auth.StreamSigner;
import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a generated presigner signs through: writes requests as the calls of its client are written, for the same
 * endpoints and with the same credentials, but signs them in the query with Signature Version 4, and sends nothing.
 * Interceptors, observers and other authentication schemes have no part in it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
public final class Presigning {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final RequestPreparation preparation;
    private final Authentication authentication;
    private final CallSettings settings;

    Presigning(RequestPreparation preparation, Authentication authentication, CallSettings settings) {
        this.preparation = preparation;
        this.authentication = authentication;
        this.settings = settings;
    }

    /**
     * Signs the request of an input.
     *
     * @param validFor a second to seven days; what is below a second is cut off
     * @param options what this request has differently: endpoint, credentials and headers, which are signed too; null for
     *     nothing
     * @throws IllegalArgumentException if the time is out of range
     * @throws NullPointerException if the input is null
     * @throws dev.whittle.runtime.error.CallException if the request cannot be written, or there is nothing to sign it with
     */
    public <I> PresignedRequest presign(
            Operation<I, ?> operation, I input, Duration validFor, @Nullable RequestOptions options) {
        if (Objects.requireNonNull(validFor, "validFor must not be null").toSeconds() < 1
                || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    operation.name() + ": validFor must be 1 second to 7 days, but is " + validFor);
        }
        Call call = new Call(operation, settings, options == null ? RequestOptions.NONE : options);
        call.presigned();
        HttpRequest.Builder request = preparation.prepare(operation, input, call);
        // The sender of the request adds its own.
        request.headers().remove("User-Agent");
        boolean isBodySigned = isBodySigned(operation, call.signing());
        if (!isBodySigned && request.body() == null) {
            removeChecksum(request.headers(), operation.checksumAlgorithmHeader());
        }
        HeaderFields.check(operation.name(), request.headers());
        int seconds = (int) validFor.toSeconds();
        try {
            long now = authentication.clock().millis();
            SigV4Signer signer = authentication.signer(call);
            Credentials credentials = authentication.credentials(call);
            if (isBodySigned) {
                signer.presign(request, credentials, now, seconds);
            } else {
                signer.presignWithoutPayload(request, credentials, now, seconds);
            }
            return new PresignedRequest(request.build(), expiration(now, seconds, credentials));
        } catch (RuntimeException e) {
            throw Failures.authenticating(call, "signing", e);
        }
    }

    /**
     * Not if the model says so or the body is a stream, nor where the path is signed as it is sent: services that want that take the body of every
     * presigned request for unsigned.
     */
    private static boolean isBodySigned(Operation<?, ?> operation, @Nullable EndpointSigning signing) {
        return !operation.isRequestStreamed()
                && operation.authType() != AuthType.SIGV4_UNSIGNED_PAYLOAD
                && !operation.otherAuthTypes().contains(AuthType.SIGV4_UNSIGNED_PAYLOAD)
                && (signing == null || !signing.isPathAsSent());
    }

    /** The checksum would be that of an empty body, but the sender may send another one. */
    private static void removeChecksum(HttpHeaders.Builder headers, @Nullable String nameHeader) {
        for (ChecksumAlgorithm any : ChecksumAlgorithm.values()) {
            headers.remove(any.header());
        }
        if (nameHeader != null) {
            headers.remove(nameHeader);
        }
    }

    /**
     * A signer for addresses that the service returns, such as those of streams, with the client's region, credentials and
     * name of the service in signatures. It signs for the host of the client's endpoint and for hosts below it. If that
     * is another endpoint of AWS than the region's standard one (FIPS, dual-stack, a VPC endpoint), it signs for the
     * standard one too.
     *
     * @throws dev.whittle.runtime.error.ConfigurationException if there is no region or no endpoint
     */
    public StreamSigner streamSigner() {
        Endpoint endpoint = preparation.clientEndpoint();
        return streamSigner(endpoint, preparation.streamDomains(endpoint));
    }

    /**
     * The same, for addresses of a host or a domain that you choose.
     *
     * @param domain a host, or a domain such as {@code amazonaws.com}
     * @throws dev.whittle.runtime.error.ConfigurationException if there is no region or no endpoint
     * @throws IllegalArgumentException if the domain is empty or starts with a dot
     */
    public StreamSigner streamSigner(String domain) {
        return streamSigner(preparation.clientEndpoint(), List.of(domain));
    }

    private StreamSigner streamSigner(Endpoint endpoint, List<String> domains) {
        EndpointSigning signing = endpoint.signing();
        String region = signing == null ? null : signing.region();
        String name = signing == null ? null : signing.name();
        return new StreamSigner(
                region == null ? authentication.region() : region,
                name == null ? authentication.signingName() : name,
                authentication.credentials(),
                domains,
                authentication.clock());
    }

    private static Instant expiration(long now, int seconds, Credentials credentials) {
        Instant asked = Instant.ofEpochSecond(Math.floorDiv(now, 1000L) + seconds);
        Instant end = credentials.expiration();
        return end != null && end.isBefore(asked) ? end : asked;
    }
}
