package dev.whittle.runtime.client;

import org.jspecify.annotations.Nullable;

/** What a response says about its error, whatever the shape of the error. */
final class ErrorFields {
    private final String code;
    private final boolean codeIsFinal;
    private final String queryCode;
    private final @Nullable String message;
    private final @Nullable String requestId;
    private final boolean bodyIsWhole;

    /**
     * Makes the fields of an error whose body identifies no request.
     *
     * @param code the name of the error's shape; empty when the response has none
     * @param codeIsFinal whether the code comes from the protocol, so that the status cannot stand for another error
     * @param queryCode the code that the service had in an earlier protocol; empty when the response has none
     * @param message the service's own words; null when the response has none
     * @param bodyIsWhole whether the body is complete and in the wire format
     */
    ErrorFields(String code, boolean codeIsFinal, String queryCode, @Nullable String message, boolean bodyIsWhole) {
        this(code, codeIsFinal, queryCode, message, null, bodyIsWhole);
    }

    /**
     * Makes the fields.
     *
     * @param code the name of the error's shape; empty when the response has none
     * @param codeIsFinal whether the code comes from the protocol, so that the status cannot stand for another error
     * @param queryCode the code that the service had in an earlier protocol; empty when the response has none
     * @param message the service's own words; null when the response has none
     * @param requestId what identifies the request in the body; null when nothing does
     * @param bodyIsWhole whether the body is complete and in the wire format
     */
    ErrorFields(
            String code,
            boolean codeIsFinal,
            String queryCode,
            @Nullable String message,
            @Nullable String requestId,
            boolean bodyIsWhole) {
        this.code = code;
        this.codeIsFinal = codeIsFinal;
        this.queryCode = queryCode;
        this.message = message;
        this.requestId = requestId;
        this.bodyIsWhole = bodyIsWhole;
    }

    /**
     * The fields of an error whose code stands elsewhere than in a response, as that of an event does.
     *
     * @param text the service's own words, if they stand elsewhere too
     */
    ErrorFields of(String knownCode, @Nullable String text) {
        return new ErrorFields(knownCode, true, "", text == null ? message : text, requestId, bodyIsWhole);
    }

    /** The same, but with the code that a status stands for if there is none, as in a response that cannot have a body. */
    ErrorFields orOfStatus(int status) {
        return code().isEmpty()
                ? new ErrorFields(ErrorCodes.ofStatus(status), false, "", message, requestId, bodyIsWhole)
                : this;
    }

    /** The code that chooses the exception; empty when there is none. */
    String code() {
        return code.isEmpty() ? queryCode : code;
    }

    /** Whether {@link #code} comes from the protocol, so that the status cannot stand for another error. */
    boolean codeIsFinal() {
        return codeIsFinal;
    }

    /** The code that callers see; null when there is none. */
    @Nullable
    String reportedCode() {
        String reported = queryCode.isEmpty() ? code : queryCode;
        return reported.isEmpty() ? null : reported;
    }

    /** The service's own words; null when there are none. */
    @Nullable
    String message() {
        return message;
    }

    /** What identifies the request in the body; null when nothing does. */
    @Nullable
    String requestId() {
        return requestId;
    }

    /** Whether the body is complete and in the wire format, so that members can be read from it. */
    boolean bodyIsWhole() {
        return bodyIsWhole;
    }

    /** Whether the service asks for fewer requests. */
    boolean isThrottling(int status) {
        return ErrorCodes.isThrottling(status, code) || ErrorCodes.isThrottling(status, queryCode);
    }

    /** Whether the fault is one that passes. */
    boolean isTransient(int status) {
        return ErrorCodes.isTransient(status, code) || ErrorCodes.isTransient(status, queryCode);
    }
}
