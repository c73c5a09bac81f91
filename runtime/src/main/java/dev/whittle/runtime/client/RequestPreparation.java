package dev.whittle.runtime.client;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import java.util.Map;
import java.util.function.Supplier;

/** The steps before signing: the operation writes, the endpoint is filled in, headers of the client's own are added. */
final class RequestPreparation {
    private final Endpoint endpoint;
    private final Supplier<String> idempotencyTokens;
    private final String userAgent;

    RequestPreparation(Endpoint endpoint, Supplier<String> idempotencyTokens, String userAgent) {
        this.endpoint = endpoint;
        this.idempotencyTokens = idempotencyTokens;
        this.userAgent = userAgent;
    }

    <I> HttpRequest.Builder prepare(Operation<I, ?> operation, I input, RequestOptions options) {
        HttpRequest.Builder request =
                write(operation, input, options.endpoint() == null ? endpoint : options.endpoint());
        HttpHeaders.Builder headers = request.headers();
        headers.add("User-Agent", userAgent);
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
