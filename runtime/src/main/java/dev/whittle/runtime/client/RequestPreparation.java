package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps before signing: the operation writes, the endpoint is filled in, the body is compressed and its checksum
 * taken where the operation wants that, headers of the client's own are added.
 */
final class RequestPreparation {
    private final ClientEndpoints endpoints;
    private final Supplier<String> idempotencyTokens;
    private final String userAgent;
    private final Environment environment;
    private final @Nullable Integer compressFrom;

    RequestPreparation(
            ClientEndpoints endpoints,
            Supplier<String> idempotencyTokens,
            String userAgent,
            Environment environment,
            @Nullable Integer compressFrom) {
        this.endpoints = endpoints;
        this.idempotencyTokens = idempotencyTokens;
        this.userAgent = userAgent;
        this.environment = environment;
        this.compressFrom = compressFrom;
    }

    <I> HttpRequest.Builder prepare(Operation<I, ?> operation, I input, Call call) {
        RequestOptions options = call.options();
        Endpoint endpoint = endpoints.find(operation, input, options);
        call.signing(endpoint.signing());
        HttpRequest.Builder request = write(operation, input, endpoint);
        if (operation.isRequestCompressible()) {
            RequestCompression.apply(
                    request, compressFrom == null ? RequestCompression.threshold(environment) : compressFrom);
        }
        HttpHeaders.Builder headers = request.headers();
        ChecksumAlgorithm checksum = operation.requestChecksum(input);
        if (checksum != null) {
            RequestChecksum.add(request, checksum, operation.checksumAlgorithmHeader());
        }
        headers.add("User-Agent", userAgent);
        List<String> ofEndpoint = endpoint.headers();
        for (int i = 0; i < ofEndpoint.size(); i += 2) {
            headers.set(ofEndpoint.get(i), ofEndpoint.get(i + 1));
        }
        if (!options.headers().isEmpty()) {
            for (Map.Entry<String, String> header : options.headers().entrySet()) {
                headers.set(header.getKey(), header.getValue());
            }
        }
        return request;
    }

    private <I> HttpRequest.Builder write(Operation<I, ?> operation, I input, Endpoint target) {
        RequestWriter writer = new RequestWriter(operation, idempotencyTokens);
        boolean written = false;
        try {
            operation.write(input, writer);
            HttpRequest.Builder request = writer.finish(target);
            written = true;
            return request;
        } finally {
            if (!written) {
                writer.abandon();
            }
        }
    }
}
