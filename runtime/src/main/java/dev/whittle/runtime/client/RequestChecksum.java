package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import org.jspecify.annotations.Nullable;

/** Adds the checksum of a body, for operations with Smithy's trait {@code httpChecksum}. */
final class RequestChecksum {
    private RequestChecksum() {}

    /** Adds a checksum and the name of its algorithm, unless the request has a checksum already. */
    static void add(HttpRequest.Builder request, ChecksumAlgorithm algorithm, @Nullable String nameHeader) {
        HttpHeaders.Builder headers = request.headers();
        for (ChecksumAlgorithm any : ChecksumAlgorithm.values()) {
            if (headers.contains(any.header())) {
                return;
            }
        }
        RequestBody body = request.body();
        if (body instanceof SentBody sent && !sent.isInMemory() && algorithm != ChecksumAlgorithm.MD5) {
            StreamedRequest.addTrailer(request, sent, algorithm);
            if (nameHeader != null && !headers.contains(nameHeader)) {
                headers.add(nameHeader, algorithm.name());
            }
            return;
        }
        headers.add(algorithm.header(), algorithm.of(body == null ? RequestBody.empty() : body));
        if (nameHeader != null && !headers.contains(nameHeader)) {
            headers.add(nameHeader, algorithm.name());
        }
    }
}
