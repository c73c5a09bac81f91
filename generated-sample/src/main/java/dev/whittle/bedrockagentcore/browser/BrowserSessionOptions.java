package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.model.StartBrowserSessionRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How to start a session, and what to do before it ends. Immutable; several sessions can be started with one. */
public final class BrowserSessionOptions {
    private final Consumer<StartBrowserSessionRequest.Builder> request;
    private final Duration readyWithin;
    private final boolean stopOnExit;
    private final long aheadMillis;
    private final @Nullable Consumer<? super BrowserSession> beforeTimeout;

    private BrowserSessionOptions(Builder builder) {
        this.request = builder.request;
        this.readyWithin = builder.readyWithin;
        this.stopOnExit = builder.stopOnExit;
        this.aheadMillis = builder.aheadMillis;
        this.beforeTimeout = builder.beforeTimeout;
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request to start a session with, which has a token so that the service acts on repetitions only once. */
    StartBrowserSessionRequest request(String browserIdentifier) {
        StartBrowserSessionRequest.Builder builder = StartBrowserSessionRequest.builder();
        request.accept(builder);
        StartBrowserSessionRequest built =
                builder.browserIdentifier(browserIdentifier).build();
        return built.clientToken() == null
                ? builder.clientToken(UUID.randomUUID().toString()).build()
                : built;
    }

    Duration readyWithin() {
        return readyWithin;
    }

    boolean stopOnExit() {
        return stopOnExit;
    }

    long aheadMillis() {
        return aheadMillis;
    }

    @Nullable
    Consumer<? super BrowserSession> beforeTimeout() {
        return beforeTimeout;
    }

    /** Builds {@link BrowserSessionOptions}. */
    public static final class Builder {
        private Consumer<StartBrowserSessionRequest.Builder> request = r -> {};
        private Duration readyWithin = Duration.ofSeconds(60);
        private boolean stopOnExit;
        private long aheadMillis;
        private @Nullable Consumer<? super BrowserSession> beforeTimeout;

        private Builder() {}

        /** Names the session, in 1 to 100 characters. Several sessions can have the same name. */
        public Builder name(String name) {
            Objects.requireNonNull(name, "name must not be null");
            return request(r -> r.name(name));
        }

        /**
         * Limits how long the session lives, used or idle; an hour by default. The service allows up to 8 hours.
         *
         * @param timeout at least a second; fractions of a second are dropped
         * @throws IllegalArgumentException if it is below a second, or too large for an {@code int} of seconds
         */
        public Builder timeout(Duration timeout) {
            long seconds = timeout.toSeconds();
            if (seconds < 1 || seconds > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("timeout must be 1 s to 8 hours, but is " + timeout);
            }
            return request(r -> r.sessionTimeoutSeconds((int) seconds));
        }

        /** Sets the size of the visible area of pages, in pixels; the service chooses one by default. */
        public Builder viewPort(int width, int height) {
            return request(r -> r.viewPort(v -> v.width(width).height(height)));
        }

        /**
         * Sets any member of the request. Changes are applied in the order of the calls, and once for every session. The
         * browser's identifier is set last. A {@code clientToken} that is set here must be new for every session.
         */
        public Builder request(Consumer<StartBrowserSessionRequest.Builder> change) {
            this.request = request.andThen(change);
            return this;
        }

        /**
         * Limits how long to wait until a session that the service has started is {@code READY}; 60 seconds by default.
         *
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder readyWithin(Duration limit) {
            if (limit.isZero() || limit.isNegative()) {
                throw new IllegalArgumentException("readyWithin must be positive, but is " + limit);
            }
            this.readyWithin = limit;
            return this;
        }

        /**
         * Stops the session also if the process exits without closing it, such as on SIGTERM, for up to 30 seconds. A
         * process that is killed or crashes stops nothing: then the session lives until its timeout. The client must
         * still be open while the process exits.
         */
        public Builder stopOnExit() {
            this.stopOnExit = true;
            return this;
        }

        /**
         * Calls a listener once before the session's timeout ends it, on a daemon thread. The listener is not called if
         * the session is closed, stopped or detached earlier, or if the service does not report the session's timeout. An
         * exception of the listener goes to the thread's handler of uncaught exceptions. A second call replaces the
         * listener of the first.
         *
         * @param ahead how long before the end; the listener is called at once if less time is left
         * @throws IllegalArgumentException if {@code ahead} is negative
         */
        public Builder beforeTimeout(Duration ahead, Consumer<? super BrowserSession> listener) {
            if (ahead.isNegative()) {
                throw new IllegalArgumentException("ahead must not be negative, but is " + ahead);
            }
            this.aheadMillis = ahead.toMillis();
            this.beforeTimeout = Objects.requireNonNull(listener, "listener must not be null");
            return this;
        }

        /** The options. */
        public BrowserSessionOptions build() {
            return new BrowserSessionOptions(this);
        }
    }
}
