package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status and headers of one response, be it a success or an error. */
public final class ResponseInfo {
    private final int attempt;
    private final int status;
    private final HttpHeaders headers;
    private final ServiceInfo service;

    ResponseInfo(ServiceInfo service, int attempt, int status, HttpHeaders headers) {
        this.service = service;
        this.attempt = attempt;
        this.status = status;
        this.headers = headers;
    }

    /** The attempt that the response belongs to, counted from 1. */
    public int attempt() {
        return attempt;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The identifier that the service's support asks for: from a header that the client was generated for, else from {@code
     * x-amzn-RequestId}, {@code x-amz-request-id} or {@code x-request-id}. Null when the response has none.
     */
    public @Nullable String requestId() {
        return requestId(service, headers);
    }

    static @Nullable String requestId(ServiceInfo service, HttpHeaders headers) {
        List<String> own = service.requestIdHeaders();
        for (int i = 0; i < own.size(); i++) {
            String id = headers.first(own.get(i));
            if (id != null) {
                return id;
            }
        }
        String id = headers.first("x-amzn-RequestId");
        if (id == null) {
            id = headers.first("x-amz-request-id");
        }
        return id == null ? headers.first("x-request-id") : id;
    }

    /** Attempt and status; no headers, which may hold secrets. */
    @Override
    public String toString() {
        return "status " + status + " at attempt " + attempt;
    }
}
