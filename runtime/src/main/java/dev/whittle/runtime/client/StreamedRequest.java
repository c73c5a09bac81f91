package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.AwsChunkedBody;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.stream.EventBody;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The steps for a request with a body of any size: counting it, and signing it. */
final class StreamedRequest {
    /** The header that has the hash of the body, or says why it has none. */
    static final String CONTENT_HASH = "x-amz-content-sha256";

    private StreamedRequest() {}

    /**
     * Takes charge of the body of a request that is written.
     *
     * @throws RequestNotSentException if the service needs a length that is not known
     */
    static void prepare(Operation<?, ?> operation, HttpRequest.Builder request, Call call) {
        RequestBody body = request.body();
        if (body instanceof EventBody<?>) {
            call.events(body);
            return;
        }
        if (body == null || call.isPresigned()) {
            return;
        }
        if (body.size() < 0 && operation.isLengthRequired()) {
            throw new RequestNotSentException(
                    operation.name() + ": the service needs to know how long the body is; give its size, as with"
                            + " RequestBody.of(stream, size)",
                    null);
        }
        if (body.isInMemory() && call.options().progress() == null) {
            return;
        }
        SentBody sent = new SentBody(body, call.options().progress());
        call.body(sent);
        request.body(sent);
    }

    /** Sends a checksum behind a body, so that the body is read only once. */
    static void addTrailer(HttpRequest.Builder request, SentBody body, ChecksumAlgorithm algorithm) {
        AwsChunkedBody.unsigned(body, algorithm).addTo(request);
    }

    /**
     * Signs a request, and its body unless it says itself that it is not signed.
     *
     * @throws RequestNotSentException if the body would have to be read for that, which can be done only once
     */
    static void sign(Call call, SigV4Signer signer, HttpRequest.Builder request, Credentials credentials, Clock clock) {
        RequestBody body = call.unsignedBody(request);
        long now = clock.millis();
        if (body instanceof EventBody<?> events) {
            request.body(events.signedBy(signer.signEvents(request, credentials, now, clock)));
        } else if (body instanceof AwsChunkedBody chunked && request.scheme().equals("http")) {
            request.body(chunked.signedBy(signer.signChunks(request, credentials, now)));
        } else if (body == null || body.isInMemory() || request.headers().contains(CONTENT_HASH)) {
            signer.sign(request, credentials, now);
        } else if (isLeftUnsigned(call.signing(), request)) {
            signer.signWithoutPayload(request, credentials, now);
        } else {
            signHashed(call, signer, request, credentials, now);
        }
    }

    /** Services that sign paths as sent, such as S3, accept unsigned bodies over TLS. */
    private static boolean isLeftUnsigned(@Nullable EndpointSigning signing, HttpRequest.Builder request) {
        return signing != null && signing.isPathAsSent() && request.scheme().equals("https");
    }

    private static void signHashed(
            Call call, SigV4Signer signer, HttpRequest.Builder request, Credentials credentials, long now) {
        RequestBody body = request.body();
        if (body != null && !body.isRepeatable()) {
            throw new RequestNotSentException(
                    call.operation() + ": the service wants the body to be signed, and this body can be read only once;"
                            + " give one that can be read again, as with RequestBody.of(file) or RequestBody.of(bytes)",
                    null);
        }
        try {
            signer.sign(request, credentials, now);
        } catch (UncheckedIOException e) {
            throw new RequestNotSentException(call.operation() + ": " + e.getMessage(), e);
        }
    }
}
