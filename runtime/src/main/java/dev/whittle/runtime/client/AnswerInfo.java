package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Status and headers of one answer, be it a success or an error. */
public final class AnswerInfo {
    private final int attempt;
    private final int status;
    private final HttpHeaders headers;

    AnswerInfo(int attempt, int status, HttpHeaders headers) {
        this.attempt = attempt;
        this.status = status;
        this.headers = headers;
    }

    /** Which attempt was answered, counted from 1. */
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

    /** The identifier that the service's support asks for; null when the answer has none. */
    public @Nullable String requestId() {
        return requestId(headers);
    }

    static @Nullable String requestId(HttpHeaders headers) {
        String id = headers.first("x-amzn-RequestId");
        return id == null ? headers.first("x-amz-request-id") : id;
    }

    /** Attempt and status; no headers, which may hold secrets. */
    @Override
    public String toString() {
        return "status " + status + " at attempt " + attempt;
    }
}
