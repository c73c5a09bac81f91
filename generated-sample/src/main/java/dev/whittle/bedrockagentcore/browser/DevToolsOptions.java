package dev.whittle.bedrockagentcore.browser;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How {@link DevTools} connects and how long it waits. */
public final class DevToolsOptions {
    private final @Nullable HttpClient httpClient;
    private final Duration connectTimeout;
    private final Duration commandTimeout;
    private final int maxMessageLength;

    private DevToolsOptions(Builder builder) {
        this.httpClient = builder.httpClient;
        this.connectTimeout = builder.connectTimeout;
        this.commandTimeout = builder.commandTimeout;
        this.maxMessageLength = builder.maxMessageLength;
    }

    /** Options that are all at their defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The client that opens the connection; null for the one that all connections share. */
    public @Nullable HttpClient httpClient() {
        return httpClient;
    }

    /** How long opening the connection may take. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long a command, or a wait of {@link Page}, may take. */
    public Duration commandTimeout() {
        return commandTimeout;
    }

    /** The most characters that a received message, or all events that wait for listeners together, may have. */
    public int maxMessageLength() {
        return maxMessageLength;
    }

    /** Collects options. */
    public static final class Builder {
        private @Nullable HttpClient httpClient;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration commandTimeout = Duration.ofSeconds(30);
        private int maxMessageLength = 64 * 1024 * 1024;

        private Builder() {}

        /**
         * The client that opens the connection, with its proxy, TLS settings and executor. Without one, all connections
         * share a client with the JDK's defaults, which keeps one idle daemon thread. {@link DevTools#close} closes
         * neither.
         *
         * @throws IllegalArgumentException if the client follows redirects, because they would receive the signed headers
         */
        public Builder httpClient(HttpClient httpClient) {
            if (httpClient.followRedirects() != HttpClient.Redirect.NEVER) {
                throw new IllegalArgumentException("the HTTP client follows redirects, which would send the signed"
                        + " headers elsewhere: build it with followRedirects(NEVER)");
            }
            this.httpClient = httpClient;
            return this;
        }

        /** How long opening the connection may take, TLS and handshake included; 10 seconds by default. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = positive(connectTimeout, "connectTimeout");
            return this;
        }

        /**
         * How long a command may take from the call to its response, and how long {@link Page} waits for an element or
         * a loaded page; 30 seconds by default.
         */
        public Builder commandTimeout(Duration commandTimeout) {
            this.commandTimeout = positive(commandTimeout, "commandTimeout");
            return this;
        }

        /**
         * The most characters that a received message may have, 64 Mi by default. The same limit holds for all events
         * together that wait for slow listeners, each counted with 200 characters more. What exceeds it ends the
         * connection.
         */
        public Builder maxMessageLength(int maxMessageLength) {
            if (maxMessageLength < 1) {
                throw new IllegalArgumentException("maxMessageLength must be positive, but is " + maxMessageLength);
            }
            this.maxMessageLength = maxMessageLength;
            return this;
        }

        /** The options. */
        public DevToolsOptions build() {
            return new DevToolsOptions(this);
        }

        private static Duration positive(Duration duration, String name) {
            Objects.requireNonNull(duration, name);
            if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException(name + " must be positive and at most a day, but is " + duration);
            }
            return duration;
        }
    }
}
