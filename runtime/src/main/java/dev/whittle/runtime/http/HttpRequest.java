package dev.whittle.runtime.http;

import org.jspecify.annotations.Nullable;

/** One request, ready to be sent: its URI encoded, its headers signed. */
public final class HttpRequest {
    private final String method;
    private final String scheme;
    private final String authority;
    private final String path;
    private final @Nullable String query;
    private final HttpHeaders headers;
    private final @Nullable RequestBody body;
    private final int connectTimeoutMillis;
    private final int timeoutMillis;
    private final long maxResponseSize;
    private final boolean streamed;
    private final int idleTimeoutMillis;
    private final boolean twoWay;

    private HttpRequest(Builder builder) {
        this.method = builder.method;
        this.scheme = builder.scheme;
        this.authority = builder.authority;
        this.path = builder.path;
        this.query = builder.query;
        this.headers = builder.headers.build();
        this.body = builder.body;
        this.connectTimeoutMillis = builder.connectTimeoutMillis;
        this.timeoutMillis = builder.timeoutMillis;
        this.maxResponseSize = builder.maxResponseSize;
        this.streamed = builder.streamed;
        this.idleTimeoutMillis = builder.idleTimeoutMillis;
        this.twoWay = builder.twoWay;
    }

    /** A builder for {@code GET /} with no headers, no body and no time limits; the authority must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code GET}, {@code POST} and so on. */
    public String method() {
        return method;
    }

    /** {@code https} or {@code http}. */
    public String scheme() {
        return scheme;
    }

    /** The host, with its port where that is not the scheme's own: the value of the Host header. */
    public String authority() {
        return authority;
    }

    /** The path, percent-encoded, beginning with a slash. */
    public String path() {
        return path;
    }

    /** The query, percent-encoded, without its question mark; null when there is none. */
    public @Nullable String query() {
        return query;
    }

    /** The whole URL, made anew at each call. */
    public String url() {
        String url = scheme + "://" + authority + path;
        return query == null ? url : url + "?" + query;
    }

    /** The headers, without Host and Content-Length, which the transport adds. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The body; null when the request has none. */
    public @Nullable RequestBody body() {
        return body;
    }

    /** How long making a connection may take, in milliseconds; 0 means no limit. */
    public int connectTimeoutMillis() {
        return connectTimeoutMillis;
    }

    /**
     * How long all of it may take, in milliseconds; 0 means no limit. That is from sending to the last byte of the response;
     * for a request that {@link #isStreamed} to its head, without the time that it takes to send the body.
     */
    public int timeoutMillis() {
        return timeoutMillis;
    }

    /**
     * Whether bodies are transferred for as long as that takes, and the response's body is read piece by piece as it comes,
     * instead of as a whole.
     */
    public boolean isStreamed() {
        return streamed;
    }

    /**
     * How long each wait for the server may take while a body is transferred, in milliseconds; 0 means no limit. The time
     * between two reads or writes of the caller does not count. For requests that {@link #isStreamed}.
     */
    public int idleTimeoutMillis() {
        return idleTimeoutMillis;
    }

    /**
     * The most bytes of the response's body that the caller has use for; {@link Long#MAX_VALUE} by default. A transport that
     * reads a body into memory stops one byte behind; one that streams it need not care.
     */
    public long maxResponseSize() {
        return maxResponseSize;
    }

    /**
     * Whether the response is read while the body of the request is still written, as in a conversation of two streams of
     * events. The body is then written by another thread, and {@link #timeoutMillis} ends at the head of the response. A
     * transport that cannot do so throws {@link UnsendableRequestException}.
     */
    public boolean isTwoWay() {
        return twoWay;
    }

    /**
     * Whether a header is one that transports write by themselves, and so leave out: {@code Host} and {@code
     * Content-Length}, which a model may have as members.
     *
     * @throws UnsendableRequestException if it says something else than a transport will write
     */
    public boolean isWrittenByTransports(String name, String value) throws UnsendableRequestException {
        return HeadWriter.isOurs(name, value, this);
    }

    /** Method and host: neither path nor query nor headers, each of which may hold a secret. */
    @Override
    public String toString() {
        return method + " " + scheme + "://" + authority;
    }

    /** Builds {@link HttpRequest}; a signer works on it too. */
    public static final class Builder {
        private String method = "GET";
        private String scheme = "https";
        private String authority = "";
        private String path = "/";
        private @Nullable String query;
        private final HttpHeaders.Builder headers = HttpHeaders.builder();
        private @Nullable RequestBody body;
        private int connectTimeoutMillis;
        private int timeoutMillis;
        private long maxResponseSize = Long.MAX_VALUE;
        private boolean streamed;
        private int idleTimeoutMillis;
        private boolean twoWay;

        private Builder() {}

        /** Sets the method. */
        public Builder method(String method) {
            this.method = method;
            return this;
        }

        /** Sets scheme and authority. */
        public Builder origin(String scheme, String authority) {
            this.scheme = scheme;
            this.authority = authority;
            return this;
        }

        /** Sets the encoded path. */
        public Builder path(String path) {
            this.path = path;
            return this;
        }

        /** Sets the encoded query; null for none. */
        public Builder query(@Nullable String query) {
            this.query = query;
            return this;
        }

        /** Sets the body; null for none. */
        public Builder body(@Nullable RequestBody body) {
            this.body = body;
            return this;
        }

        /** Sets the time limits in milliseconds; 0 means none. */
        public Builder timeouts(int connectMillis, int totalMillis) {
            this.connectTimeoutMillis = connectMillis;
            this.timeoutMillis = totalMillis;
            return this;
        }

        /** Sets how many bytes of the response's body the caller has use for. */
        public Builder maxResponseSize(long bytes) {
            this.maxResponseSize = bytes;
            return this;
        }

        /** Transfers bodies for as long as that takes, but waits for the server for at most this time at once; 0 for no limit. */
        public Builder streamed(int idleMillis) {
            this.streamed = true;
            this.idleTimeoutMillis = idleMillis;
            return this;
        }

        /** Has the response read while the body of the request is still written. */
        public Builder twoWay() {
            this.twoWay = true;
            return this;
        }

        /** The headers, to be changed in place. */
        public HttpHeaders.Builder headers() {
            return headers;
        }

        /** The method set so far. */
        public String method() {
            return method;
        }

        /** The scheme set so far. */
        public String scheme() {
            return scheme;
        }

        /** The authority set so far. */
        public String authority() {
            return authority;
        }

        /** The path set so far. */
        public String path() {
            return path;
        }

        /** The query set so far. */
        public @Nullable String query() {
            return query;
        }

        /** The body set so far. */
        public @Nullable RequestBody body() {
            return body;
        }

        /**
         * The request.
         *
         * @throws IllegalStateException if the authority is not set
         */
        public HttpRequest build() {
            if (authority.isEmpty()) {
                throw new IllegalStateException("the request has no authority");
            }
            return new HttpRequest(this);
        }
    }
}
