package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.retry.RetryPolicy;
import dev.whittle.runtime.stream.StreamListener;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one call does differently from the rest of its client's. Immutable; whatever is not set stays the client's. */
public final class RequestOptions {
    /** Parameters of endpoint rules that the runtime gives to all of them. */
    private static final List<String> OF_CLIENTS = List.of("Region", "UseFIPS", "UseDualStack", "Endpoint");

    static final RequestOptions NONE = builder().build();

    private final @Nullable Duration attemptTimeout;
    private final @Nullable Duration callTimeout;
    private final @Nullable Duration idleTimeout;
    private final @Nullable StreamListener progress;
    private final Map<String, String> headers;
    private final @Nullable CredentialsProvider credentials;
    private final @Nullable Endpoint endpoint;
    private final Map<String, Object> endpointParameters;
    private final @Nullable RetryPolicy retry;
    private final @Nullable Consumer<? super ResponseInfo> onResponse;

    private RequestOptions(Builder builder) {
        this.attemptTimeout = builder.attemptTimeout;
        this.callTimeout = builder.callTimeout;
        this.idleTimeout = builder.idleTimeout;
        this.progress = builder.progress;
        this.headers = builder.headers.isEmpty() ? Map.of() : new LinkedHashMap<>(builder.headers);
        this.credentials = builder.credentials;
        this.endpoint = builder.endpoint;
        this.endpointParameters =
                builder.endpointParameters.isEmpty() ? Map.of() : new LinkedHashMap<>(builder.endpointParameters);
        this.retry = builder.retry;
        this.onResponse = builder.onResponse;
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with what these options set. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.attemptTimeout = attemptTimeout;
        builder.callTimeout = callTimeout;
        builder.idleTimeout = idleTimeout;
        builder.progress = progress;
        builder.headers.putAll(headers);
        builder.credentials = credentials;
        builder.endpoint = endpoint;
        builder.endpointParameters.putAll(endpointParameters);
        builder.retry = retry;
        builder.onResponse = onResponse;
        return builder;
    }

    @Nullable
    Duration attemptTimeout() {
        return attemptTimeout;
    }

    @Nullable
    Duration callTimeout() {
        return callTimeout;
    }

    @Nullable
    Duration idleTimeout() {
        return idleTimeout;
    }

    @Nullable
    StreamListener progress() {
        return progress;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    CredentialsProvider credentials() {
        return credentials;
    }

    @Nullable
    Endpoint endpoint() {
        return endpoint;
    }

    Map<String, Object> endpointParameters() {
        return endpointParameters;
    }

    @Nullable
    RetryPolicy retry() {
        return retry;
    }

    @Nullable
    Consumer<? super ResponseInfo> onResponse() {
        return onResponse;
    }

    /** Builds {@link RequestOptions}. */
    public static final class Builder {
        private @Nullable Duration attemptTimeout;
        private @Nullable Duration callTimeout;
        private @Nullable Duration idleTimeout;
        private @Nullable StreamListener progress;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable CredentialsProvider credentials;
        private @Nullable Endpoint endpoint;
        private final Map<String, Object> endpointParameters = new LinkedHashMap<>();
        private @Nullable RetryPolicy retry;
        private @Nullable Consumer<? super ResponseInfo> onResponse;

        private Builder() {}

        /** Limits one attempt, from sending to the last byte of the response; zero means no limit. */
        public Builder attemptTimeout(Duration timeout) {
            this.attemptTimeout = CallSettings.checked("attemptTimeout", timeout);
            return this;
        }

        /** Limits the whole call; zero means no limit. */
        public Builder callTimeout(Duration timeout) {
            this.callTimeout = CallSettings.checked("callTimeout", timeout);
            return this;
        }

        /** Limits how long the service may do nothing while a stream is transferred; zero means no limit. */
        public Builder idleTimeout(Duration timeout) {
            this.idleTimeout = CallSettings.checked("idleTimeout", timeout);
            return this;
        }

        /** Reports the progress of streams to a listener. An exception of the listener ends the call. */
        public Builder progress(StreamListener listener) {
            this.progress = Objects.requireNonNull(listener, "listener must not be null");
            return this;
        }

        /**
         * Sends a header, in the place of any that the operation or the client would send; it is signed too.
         *
         * @throws IllegalArgumentException if it is not a header that can be sent
         */
        public Builder header(String name, String value) {
            HeaderFields.check(
                    "request options",
                    Objects.requireNonNull(name, "name must not be null"),
                    Objects.requireNonNull(value, "value must not be null"));
            this.headers.put(name, value);
            return this;
        }

        /** Signs with other credentials. */
        public Builder credentials(CredentialsProvider credentials) {
            this.credentials = credentials;
            return this;
        }

        /**
         * Calls another endpoint; its path, if it has one, goes before the operation's.
         *
         * @throws IllegalArgumentException if the URI is not one of a server
         */
        public Builder endpoint(URI endpoint) {
            this.endpoint = Endpoint.of(endpoint);
            return this;
        }

        /**
         * Sets a parameter of the service's own in its endpoint rules that is true or false, such as {@code ForcePathStyle}, in
         * the place of what the client's builder sets. What the request itself says of the parameter takes precedence. A name
         * that the rules do not have changes nothing.
         *
         * @throws IllegalArgumentException if it is a parameter of all clients, such as {@code UseFIPS}, which only the builder of
         *     the client sets
         */
        public Builder endpointParameter(String name, boolean value) {
            return parameter(name, value);
        }

        private Builder parameter(String name, Object value) {
            if (OF_CLIENTS.contains(Objects.requireNonNull(name, "name must not be null"))) {
                throw new IllegalArgumentException("the endpoint parameter '" + name
                        + "' cannot be set for a call; set the endpoint of the call, or use another client");
            }
            this.endpointParameters.put(name, Objects.requireNonNull(value, "value must not be null"));
            return this;
        }

        /** Sets a parameter of the service's endpoint rules that is a text; see {@link #endpointParameter(String, boolean)}. */
        public Builder endpointParameter(String name, String value) {
            return parameter(name, value);
        }

        /** Retries in another way, or not at all. The budget for retries stays the client's. */
        public Builder retry(RetryPolicy retry) {
            this.retry = Objects.requireNonNull(retry, "retry must not be null");
            return this;
        }

        /**
         * Hands status and headers of the response to a listener before the body is read, on the calling thread; where an
         * attempt is retried, those of each response. What the listener throws ends the call, and reaches the caller as it
         * is. A listener that was set before is told as well, and first.
         */
        public Builder onResponse(Consumer<? super ResponseInfo> listener) {
            Objects.requireNonNull(listener, "listener must not be null");
            this.onResponse = onResponse == null ? listener : both(onResponse, listener);
            return this;
        }

        // A listener of anything is one of responses.
        @SuppressWarnings("unchecked")
        private static Consumer<ResponseInfo> both(
                Consumer<? super ResponseInfo> first, Consumer<? super ResponseInfo> second) {
            return ((Consumer<ResponseInfo>) first).andThen(second);
        }

        /** The options. */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
