package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.UncheckedIOException;

/** What is different for a request whose body may have any size: how it is counted, and how it is signed. */
final class StreamedRequest {
    private StreamedRequest() {}

    /**
     * Takes charge of the body of a request that is written.
     *
     * @throws RequestNotSentException if the service needs a length that is not known
     */
    static void prepare(Operation<?, ?> operation, HttpRequest.Builder request, Call call) {
        RequestBody body = request.body();
        if (body == null || (body.isInMemory() && call.options().progress() == null)) {
            return;
        }
        if (body.size() < 0 && operation.isLengthRequired()) {
            throw new RequestNotSentException(
                    operation.name() + ": the service needs to know how long the body is; give its size, as with"
                            + " RequestBody.of(stream, size)",
                    null);
        }
        SentBody sent = new SentBody(body, call.options().progress());
        call.body(sent);
        request.body(sent);
    }

    /**
     * Signs a request with its body, which is read for that.
     *
     * @throws RequestNotSentException if that can be done only once
     */
    static void sign(
            Call call, SigV4Signer signer, HttpRequest.Builder request, Credentials credentials, long epochMillis) {
        RequestBody body = request.body();
        if (body != null && !body.isRepeatable() && request.headers().first("x-amz-content-sha256") == null) {
            throw new RequestNotSentException(
                    call.operation() + ": the service wants the body to be signed, and this body can be read only once;"
                            + " give one that can be read again, as with RequestBody.of(file) or RequestBody.of(bytes)",
                    null);
        }
        try {
            signer.sign(request, credentials, epochMillis);
        } catch (UncheckedIOException e) {
            throw new RequestNotSentException(call.operation() + ": " + e.getMessage(), e);
        }
    }
}
