package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.CborReader;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.error.ErrorDetails;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.shape.Blob;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the parts of one response that is an error. Its body, or the beginning of a very long one, has been read
 * beforehand and can be had as often as wanted.
 */
public final class ErrorReader {
    private static final byte[] NOTHING = {};

    /** How much of the body {@link ErrorDetails#rawBody} holds at most, in characters. */
    private static final int RAW_BODY_LIMIT = 64 * 1024;

    private final ServiceInfo service;
    private final Call call;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;
    private final ErrorFields fields;
    private String code;
    private @Nullable String codeOfStatus;

    /** Makes the reader of an error whose code and message are known. */
    ErrorReader(ServiceInfo service, Call call, int status, HttpHeaders headers, byte[] bytes, ErrorFields fields) {
        this.service = service;
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.fields = fields;
        this.code = fields.code();
    }

    /**
     * The code that chooses the exception: the name of the error's shape, without a namespace. If the response has none, it
     * is the code that {@link ErrorDetails#errorCode} has. Empty when there is none either.
     */
    public String code() {
        return code;
    }

    /**
     * Says which error a status stands for, if the operation has one error of that status only: services other than those
     * of AWS often send no code.
     */
    public ErrorReader ofStatus(int errorStatus, String errorCode) {
        if (status == errorStatus) {
            codeOfStatus = errorCode;
        }
        return this;
    }

    /**
     * Says which error a code stands for in this operation, if the service has several errors with that code: {@link #code}
     * becomes the other text.
     */
    public ErrorReader ofCode(String errorCode, String other) {
        if (code.equals(errorCode)) {
            code = other;
        }
        return this;
    }

    /**
     * Called for a code that the model does not have: makes {@link #code} that of the status, where there is one and the
     * code is not one of the wire format's own, which would mean an error that is not in the model. Returns whether it did;
     * true once at most.
     */
    public boolean isOfStatus() {
        String other = codeOfStatus;
        if (other == null || fields.codeIsFinal()) {
            return false;
        }
        code = other;
        codeOfStatus = null;
        return true;
    }

    /** All that can be told without the model. */
    public ErrorDetails details() {
        boolean throttling = fields.isThrottling(status);
        String requestId = ResponseInfo.requestId(service, headers);
        return ErrorDetails.builder()
                .operation(call.operation())
                .statusCode(status)
                .errorCode(fields.reportedCode())
                .message(fields.message())
                .requestId(requestId == null ? fields.requestId() : requestId)
                .rawBody(service.errorFormat().text(bytes, RAW_BODY_LIMIT))
                .retryable(throttling || fields.isTransient(status))
                .throttling(throttling)
                .attempt(call.attempt())
                .maxAttempts(call.maxAttempts())
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

    /** The elements of a header that holds a list of HTTP dates, each with a comma of its own. */
    public List<String> headerDates(String name) {
        return ResponseReader.headerDates(headers, name);
    }

    /** The headers whose names begin with a prefix, its case ignored, by the rest of the name. */
    public Map<String, String> prefixHeaders(String prefix) {
        return ResponseReader.prefixHeaders(headers, prefix);
    }

    /** A new reader of a JSON body, or of an empty one when the body is not whole or not in the service's wire format. */
    public JsonReader json() {
        return new JsonReader(fields.bodyIsWhole() ? bytes : NOTHING);
    }

    /** A new reader of a CBOR body, or of an empty one when the body is not whole or not in the service's wire format. */
    public CborReader cbor() {
        return new CborReader(fields.bodyIsWhole() ? bytes : NOTHING);
    }

    /**
     * A new reader of an XML body that stands at the element with the error's members, which may be the document, or of an
     * empty one when the body is not whole or has no such element.
     */
    public XmlReader xml() {
        byte[] body = fields.bodyIsWhole() ? bytes : NOTHING;
        XmlReader reader = new XmlReader(body);
        return XmlErrors.enter(reader) ? reader : new XmlReader(body);
    }

    /** The bytes of the body; null when it is empty. */
    public @Nullable Blob blob() {
        return bytes.length == 0 ? null : Blob.of(bytes);
    }

    /** The body read as UTF-8; null when it is empty. */
    public @Nullable String text() {
        return bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
