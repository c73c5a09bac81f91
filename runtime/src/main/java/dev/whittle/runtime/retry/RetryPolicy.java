package dev.whittle.runtime.retry;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Setting;
import dev.whittle.runtime.config.Settings;
import dev.whittle.runtime.error.ConfigurationException;

/**
 * How often a call is tried, and whether the client slows itself down when a service throttles it. Immutable.
 *
 * <p>Both modes follow what AWS documents for its SDKs. Tried again is what may well pass: connections that fail or
 * break, connections and attempts that time out, statuses 500, 502, 503 and 504, throttling, errors that the model calls
 * retryable, and signatures that a wrong clock has spoilt, once the clock is corrected. Waits are random, up to 100 ms
 * before the first retry (1 s after throttling) and up to twice as long before each further one, never above 20 s; a
 * service that says how long to wait is believed up to 5 minutes. All calls of a client share a budget of 500 tokens: a
 * retry takes 5, or 10 after a timeout, and only successes give tokens back. With an empty budget nothing is retried.
 *
 * <p>As in those SDKs, a request whose connection broke after it was sent is sent again even if its operation is not
 * idempotent: the service may then do twice what it does without an idempotency token. {@link #onlyIdempotent} gives up in
 * such a case.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry behavior</a>
 */
public final class RetryPolicy {
    private static final RetryPolicy STANDARD = new RetryPolicy(3, false, false);

    private final int maxAttempts;
    private final boolean adaptive;
    private final boolean onlyIdempotent;

    private RetryPolicy(int maxAttempts, boolean adaptive, boolean onlyIdempotent) {
        this.maxAttempts = maxAttempts;
        this.adaptive = adaptive;
        this.onlyIdempotent = onlyIdempotent;
    }

    /** Up to 3 attempts; what a client does that was told nothing else. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * Up to 3 attempts, and once the service throttles, a limit on how many the client makes in a second: cut at each
     * throttling, raised again while there is none. It holds for all adaptive calls of the client, first attempts
     * included, so a client should then be used for one resource only.
     */
    public static RetryPolicy adaptive() {
        return new RetryPolicy(STANDARD.maxAttempts, true, false);
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, false, false);
    }

    /**
     * The same mode with another number of attempts, the first one included.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public RetryPolicy withMaxAttempts(int maxAttempts) {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, but is " + maxAttempts);
        }
        return new RetryPolicy(maxAttempts, adaptive, onlyIdempotent);
    }

    /**
     * The same policy, but an operation that is not idempotent is tried again only where the service cannot have acted on
     * the request: no connection was made, the service throttled the request, or it rejected its signature because of a
     * wrong clock. After a broken connection, a timeout or a status such as 500 the call fails, and what it failed with
     * says that the outcome is not known.
     *
     * <p>Idempotent are the operations that the model calls idempotent or read-only, those with an idempotency token, and
     * those of the methods GET and HEAD, which HTTP calls safe.
     */
    public RetryPolicy onlyIdempotent() {
        return new RetryPolicy(maxAttempts, adaptive, true);
    }

    /**
     * What the process is configured to do: the system properties {@code aws.retryMode} and {@code aws.maxAttempts}, then
     * the environment variables {@code AWS_RETRY_MODE} ({@code standard} or {@code adaptive}; {@code legacy} counts as
     * standard) and {@code AWS_MAX_ATTEMPTS}, then {@code retry_mode} and {@code max_attempts} of the profile; {@link
     * #standard} for what is set nowhere.
     *
     * @throws ConfigurationException if one of them has a value that is none
     */
    public static RetryPolicy find(Environment environment) {
        return find(new Settings(environment));
    }

    /** The same, of settings whose profile may have been read already. */
    public static RetryPolicy find(Settings settings) {
        Setting mode = settings.find("aws.retryMode", "AWS_RETRY_MODE", "retry_mode");
        Setting attempts = settings.find("aws.maxAttempts", "AWS_MAX_ATTEMPTS", "max_attempts");
        RetryPolicy policy = mode == null ? STANDARD : ofMode(mode);
        return attempts == null ? policy : policy.withMaxAttempts(number(attempts));
    }

    private static RetryPolicy ofMode(Setting mode) {
        String name = mode.value();
        if (name.equalsIgnoreCase("standard") || name.equalsIgnoreCase("legacy")) {
            return STANDARD;
        }
        if (name.equalsIgnoreCase("adaptive")) {
            return adaptive();
        }
        throw mode.unexpected("standard or adaptive");
    }

    private static int number(Setting attempts) {
        int number = 0;
        try {
            number = Integer.parseInt(attempts.value());
        } catch (NumberFormatException e) {
            number = 0;
        }
        if (number < 1) {
            throw attempts.unexpected("a number from 1");
        }
        return number;
    }

    /** How often a call is tried at most, the first attempt included. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** Whether the client limits its own rate. */
    public boolean isAdaptive() {
        return adaptive;
    }

    /** Whether an operation that is not idempotent is tried again only where the service cannot have acted. */
    public boolean isOnlyIdempotent() {
        return onlyIdempotent;
    }

    @Override
    public String toString() {
        return (onlyIdempotent ? "only idempotent, " : "") + (adaptive ? "adaptive" : "standard") + ", at most "
                + maxAttempts + (maxAttempts == 1 ? " attempt" : " attempts");
    }
}
