package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.error.ErrorDetails;
import dev.whittle.runtime.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the parts of one answer that is an error. Its body, or the beginning of a very long one, has been read
 * beforehand and can be had as often as wanted.
 */
public final class ErrorReader {
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    /** How much of the body {@link ErrorDetails#rawBody} holds at most, in bytes. */
    private static final int RAW_BODY_LIMIT = 64 * 1024;

    private final Call call;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;
    private final ErrorBody body;
    private final String code;

    ErrorReader(Call call, int status, HttpHeaders headers, byte[] bytes) {
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.body = ErrorBody.read(bytes);
        String sent = headers.first("x-amzn-errortype");
        if (sent == null || sent.isBlank()) {
            sent = body.code();
        }
        this.code = sent == null ? "" : ErrorCodes.bare(sent);
    }

    /**
     * The error's code: from the header {@code x-amzn-errortype}, else the body's {@code code}, else its {@code __type};
     * without namespace and URI. Empty when there is none.
     */
    public String code() {
        return code;
    }

    /** All that can be told without the model. */
    public ErrorDetails details() {
        boolean throttling = ErrorCodes.isThrottling(status, code);
        return ErrorDetails.builder()
                .operation(call.operation())
                .statusCode(status)
                .errorCode(code.isEmpty() ? null : code)
                .message(body.message())
                .requestId(AnswerInfo.requestId(headers))
                .rawBody(new String(bytes, 0, Math.min(bytes.length, RAW_BODY_LIMIT), StandardCharsets.UTF_8))
                .retryable(throttling || ErrorCodes.isTransient(status, code))
                .throttling(throttling)
                .attempt(call.attempt())
                .maxAttempts(call.retry().maxAttempts())
                .headers(headers.toMap())
                .build();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The value of a header, its case ignored, several joined by {@code ", "}; null when there is none. */
    public @Nullable String header(String name) {
        return headers.joined(name);
    }

    /** The elements of a header that holds a list, split at commas outside quotes; empty when there is none. */
    public List<String> headerList(String name) {
        return ResponseReader.headerList(headers, name);
    }

    /** A new reader of the body, or of an empty object when the body is not a JSON object. */
    public JsonReader json() {
        return new JsonReader(body.isJson() ? bytes : EMPTY_OBJECT);
    }
}
