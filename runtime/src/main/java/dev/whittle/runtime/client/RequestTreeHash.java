package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.TreeHash;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.UncheckedIOException;

/** Adds the SHA-256 tree hash of a body, and its plain SHA-256, for operations whose service wants both. */
final class RequestTreeHash {
    private RequestTreeHash() {}

    /**
     * Adds what the request does not have yet. The body is read once for both, and the signature takes its hash from the
     * header.
     *
     * @throws RequestNotSentException if the body can be read only once, or cannot be read
     */
    static void add(Operation<?, ?> operation, HttpRequest.Builder request, String header) {
        HttpHeaders.Builder headers = request.headers();
        boolean hasTreeHash = headers.contains(header);
        boolean hasContentHash = headers.contains(StreamedRequest.CONTENT_HASH);
        if (hasTreeHash && hasContentHash) {
            return;
        }
        RequestBody body = request.body() == null ? RequestBody.empty() : request.body();
        if (!body.isRepeatable()) {
            throw new RequestNotSentException(
                    operation.name()
                            + ": the service wants hashes of the body before it, and this body can be read only"
                            + " once; give one that can be read again, as with RequestBody.of(file) or"
                            + " RequestBody.of(bytes), or give both hashes: the headers " + header + " and "
                            + StreamedRequest.CONTENT_HASH + " of the request options",
                    null);
        }
        TreeHash hash;
        try {
            hash = TreeHash.of(body);
        } catch (UncheckedIOException e) {
            throw new RequestNotSentException(operation.name() + ": " + e.getMessage(), e);
        }
        if (!hasTreeHash) {
            headers.add(header, hash.value());
        }
        if (!hasContentHash) {
            headers.add(StreamedRequest.CONTENT_HASH, hash.contentHash());
        }
    }
}
