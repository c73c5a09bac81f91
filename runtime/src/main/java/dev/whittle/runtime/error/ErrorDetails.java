package dev.whittle.runtime.error;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an error that a service returned. Tests that need a modelled exception can build one with
 * nothing but a message: everything else has a default.
 */
public final class ErrorDetails implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable String operation;
    private final int statusCode;
    private final @Nullable String errorCode;
    private final @Nullable String message;
    private final boolean sensitiveMessage;
    private final @Nullable String requestId;
    private final String rawBody;
    private final boolean retryable;
    private final boolean throttling;
    private final int attempt;
    private final int maxAttempts;
    private final Map<String, List<String>> headers;

    private ErrorDetails(Builder builder) {
        this.operation = builder.operation;
        this.statusCode = builder.statusCode;
        this.errorCode = builder.errorCode;
        this.message = builder.message;
        this.sensitiveMessage = builder.sensitiveMessage;
        this.requestId = builder.requestId;
        this.rawBody = builder.rawBody;
        this.retryable = builder.retryable;
        this.throttling = builder.throttling;
        this.attempt = builder.attempt;
        this.maxAttempts = builder.maxAttempts;
        this.headers = builder.headers;
    }

    /** A builder with nothing set: no status, no message, first attempt of one. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with the values of these details. */
    public Builder toBuilder() {
        return new Builder()
                .operation(operation)
                .statusCode(statusCode)
                .errorCode(errorCode)
                .message(message)
                .sensitiveMessage(sensitiveMessage)
                .requestId(requestId)
                .rawBody(rawBody)
                .retryable(retryable)
                .throttling(throttling)
                .attempt(attempt)
                .maxAttempts(maxAttempts)
                .headers(headers);
    }

    /** The operation's name in the model; null when not known. */
    public @Nullable String operation() {
        return operation;
    }

    /** The HTTP status; 0 when not known. */
    public int statusCode() {
        return statusCode;
    }

    /** The error's code without namespace; null when the response had none. */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /** The service's own words; null when the response had none. */
    public @Nullable String message() {
        return message;
    }

    /** The request's identifier; null when the response had none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** The body as text, cut off beyond a limit; empty when there was none. */
    public String rawBody() {
        return rawBody;
    }

    /** Whether the same request may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Whether the service asked for fewer requests. */
    public boolean isThrottling() {
        return throttling;
    }

    /** Which attempt failed, counted from 1. */
    public int attempt() {
        return attempt;
    }

    /** How many attempts the client would make. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** The headers of the response, names as they were sent. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first value of a header, the case of its name ignored; null if the response had none. */
    public @Nullable String header(String name) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
                return header.getValue().get(0);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return describe("");
    }

    /** The sentence for people; the code is left out where the exception's class already says it. */
    String describe(String exceptionName) {
        StringBuilder text = new StringBuilder(128);
        boolean codeSaid = errorCode == null || errorCode.equals(exceptionName);
        if (message != null && !message.isEmpty()) {
            text.append(sensitiveMessage ? "***" : message);
        } else if (errorCode != null) {
            text.append(errorCode);
            codeSaid = true;
        } else {
            text.append("the service returned an error");
        }
        int end = text.length();
        if (operation != null) {
            text.append(", ").append(operation);
        }
        if (statusCode != 0) {
            text.append(", HTTP ").append(statusCode);
        }
        if (!codeSaid) {
            text.append(", ").append(errorCode);
        }
        if (requestId != null) {
            text.append(", request id ").append(requestId);
        }
        if (maxAttempts > 1) {
            text.append(", attempt ").append(attempt).append(" of ").append(maxAttempts);
        }
        if (text.length() > end) {
            text.replace(end, end + 2, " (").append(')');
        }
        return text.toString();
    }

    /** Builds {@link ErrorDetails}. */
    public static final class Builder {
        private @Nullable String operation;
        private int statusCode;
        private @Nullable String errorCode;
        private @Nullable String message;
        private boolean sensitiveMessage;
        private @Nullable String requestId;
        private String rawBody = "";
        private boolean retryable;
        private boolean throttling;
        private int attempt = 1;
        private int maxAttempts = 1;
        private Map<String, List<String>> headers = Map.of();

        private Builder() {}

        /** Sets the operation's name in the model. */
        public Builder operation(@Nullable String operation) {
            this.operation = operation;
            return this;
        }

        /** Sets the HTTP status. */
        public Builder statusCode(int statusCode) {
            this.statusCode = statusCode;
            return this;
        }

        /** Sets the error's code, without namespace. */
        public Builder errorCode(@Nullable String errorCode) {
            this.errorCode = errorCode;
            return this;
        }

        /** Sets the service's own words. */
        public Builder message(@Nullable String message) {
            this.message = message;
            return this;
        }

        /**
         * Sets whether the model marks the service's own words as sensitive: then they are in no text that describes the
         * error, only in {@link ErrorDetails#message}.
         */
        public Builder sensitiveMessage(boolean sensitiveMessage) {
            this.sensitiveMessage = sensitiveMessage;
            return this;
        }

        /** Sets the request's identifier. */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /** Sets the body as text. */
        public Builder rawBody(String rawBody) {
            this.rawBody = rawBody;
            return this;
        }

        /** Sets whether the same request may succeed later. */
        public Builder retryable(boolean retryable) {
            this.retryable = retryable;
            return this;
        }

        /** Sets whether the service asked for fewer requests. */
        public Builder throttling(boolean throttling) {
            this.throttling = throttling;
            return this;
        }

        /** Sets which attempt failed, counted from 1. */
        public Builder attempt(int attempt) {
            this.attempt = attempt;
            return this;
        }

        /** Sets how many attempts the client would make. */
        public Builder maxAttempts(int maxAttempts) {
            this.maxAttempts = maxAttempts;
            return this;
        }

        /** Sets the headers of the response. */
        public Builder headers(Map<String, List<String>> headers) {
            this.headers = Map.copyOf(headers);
            return this;
        }

        /** The details. */
        public ErrorDetails build() {
            return new ErrorDetails(this);
        }
    }
}
