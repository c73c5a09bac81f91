package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.shape.Printer;
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
    private final boolean hostPrefixes;
    private volatile @Nullable BodySettings bodySettings;

    RequestPreparation(
            ClientEndpoints endpoints,
            Supplier<String> idempotencyTokens,
            String userAgent,
            Environment environment,
            @Nullable Integer compressFrom,
            boolean hostPrefixes) {
        this.endpoints = endpoints;
        this.idempotencyTokens = idempotencyTokens;
        this.userAgent = userAgent;
        this.environment = environment;
        this.compressFrom = compressFrom;
        this.hostPrefixes = hostPrefixes;
    }

    /**
     * Writes the request of an input.
     *
     * @throws NullPointerException if the input is null
     * @throws CallException if the request cannot be written, or there is no endpoint for it
     */
    <I> HttpRequest.Builder prepare(Operation<I, ?> operation, I input, Call call) {
        if (input == null) {
            throw new NullPointerException(operation.name() + ": the request is null");
        }
        try {
            return prepared(operation, input, call);
        } catch (RuntimeException e) {
            throw Failures.preparing(operation.name(), e);
        }
    }

    private <I> HttpRequest.Builder prepared(Operation<I, ?> operation, I input, Call call) {
        RequestOptions options = call.options();
        Endpoint endpoint = endpoints.find(operation, input, call);
        call.endpoint(endpoint);
        HttpRequest.Builder request = write(operation, input, endpoint, call);
        if (operation.isRequestCompressible()) {
            RequestCompression.apply(
                    request, compressFrom == null ? bodySettings().threshold() : compressFrom);
        }
        if (operation.isRequestStreamed()) {
            StreamedRequest.prepare(operation, request, call);
        }
        HttpHeaders.Builder headers = request.headers();
        ChecksumAlgorithm checksum = operation.requestChecksum(input);
        if (checksum != null && isWanted(operation, headers) && !isLeftToSender(request, call)) {
            RequestChecksum.add(request, checksum, operation.checksumAlgorithmHeader());
        }
        if (!operation.responseChecksums().isEmpty()) {
            askForChecksum(operation, headers, call);
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
        String treeHash = operation.treeHashHeader();
        if (treeHash != null && !call.isPresigned()) {
            RequestTreeHash.add(operation, request, treeHash);
        }
        return request;
    }

    /** Whether the sender of a presigned request reads its body. */
    private static boolean isLeftToSender(HttpRequest.Builder request, Call call) {
        RequestBody body = request.body();
        return call.isPresigned() && body != null && !body.isInMemory();
    }

    /** Remembers that the bucket of a call is in a region, which is another than the client's. */
    void remember(Call call, String region) {
        endpoints.remember(call, region);
    }

    /** Forgets the region of the bucket of a call. */
    void forget(Call call) {
        endpoints.forget(call);
    }

    /** The endpoint of operations that do not influence it. */
    Endpoint clientEndpoint() {
        return endpoints.ofClient();
    }

    /** The hosts at which the service's own addresses may be. */
    List<String> streamDomains(Endpoint endpoint) {
        return endpoints.streamDomains(endpoint);
    }

    /** Adds what is known of where requests go. */
    void describe(Printer printer) {
        endpoints.describe(printer);
    }

    /** Whether a request gets a checksum: one that is not required only by choice, if the process wants it so. */
    private boolean isWanted(Operation<?, ?> operation, HttpHeaders.Builder headers) {
        if (operation.isRequestChecksumRequired() || !bodySettings().isRequestChecksumRequiredOnly()) {
            return true;
        }
        String chosen = operation.checksumAlgorithmHeader();
        return chosen != null && headers.contains(chosen);
    }

    /** Asks for a checksum of the response. A presigned request does not, because its sender would have to repeat it. */
    private void askForChecksum(Operation<?, ?> operation, HttpHeaders.Builder headers, Call call) {
        String mode = operation.checksumModeHeader();
        if (!bodySettings().isResponseChecksumRequiredOnly()) {
            if (mode != null && !headers.contains(mode) && !call.isPresigned()) {
                headers.add(mode, "ENABLED");
            }
        } else if (mode == null || !"ENABLED".equalsIgnoreCase(headers.first(mode))) {
            call.skipResponseChecksum();
        }
    }

    private BodySettings bodySettings() {
        BodySettings known = bodySettings;
        if (known == null) {
            bodySettings = known = BodySettings.find(environment);
        }
        return known;
    }

    private <I> HttpRequest.Builder write(Operation<I, ?> operation, I input, Endpoint target, Call call) {
        Supplier<String> tokens =
                call.redirection() == null ? idempotencyTokens : call.repeatedTokens(idempotencyTokens);
        EndpointSigning signing = target.signing();
        String region = signing == null ? null : call.regionOf(signing);
        RequestWriter writer = new RequestWriter(
                operation,
                tokens,
                signing != null && signing.isPathAsSent(),
                region == null ? endpoints.knownRegion() : region);
        try {
            operation.write(input, writer);
            call.tokens(writer.tokens());
            return writer.finish(target, hostPrefixes);
        } catch (RuntimeException e) {
            throw Failures.writing(operation.name(), writer, e);
        }
    }
}
