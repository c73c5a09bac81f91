package dev.whittle.runtime.client;

import dev.whittle.runtime.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of a client have in common, unless their options say otherwise. A builder fills it in; a pipeline works
 * on a copy that nobody changes any more.
 */
final class CallSettings {
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration attemptTimeout = Duration.ofSeconds(60);
    private Duration callTimeout = Duration.ofMinutes(2);
    private Duration idleTimeout = Duration.ofSeconds(60);
    private long maxResponseSize = 64L << 20;
    private RetryPolicy retry = RetryPolicy.standard();
    private List<CallInterceptor> interceptors = List.of();
    private List<CallObserver> observers = List.of();
    private @Nullable Random random;
    private @Nullable RetryPause pause;

    CallSettings() {}

    private CallSettings(CallSettings other, RetryPolicy retry) {
        this.connectTimeout = other.connectTimeout;
        this.attemptTimeout = other.attemptTimeout;
        this.callTimeout = other.callTimeout;
        this.idleTimeout = other.idleTimeout;
        this.maxResponseSize = other.maxResponseSize;
        this.retry = retry;
        this.interceptors = other.interceptors;
        this.observers = other.observers;
        this.random = other.random;
        this.pause = other.pause;
    }

    /** A copy with this way of retrying. */
    CallSettings with(RetryPolicy policy) {
        return new CallSettings(this, policy);
    }

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if it is negative, or so long that it cannot be counted in milliseconds
     */
    static Duration checked(String name, Duration timeout) {
        if (timeout == null) {
            throw new NullPointerException(name + " must not be null");
        }
        if (timeout.isNegative() || timeout.toSeconds() > Integer.MAX_VALUE / 1000) {
            throw new IllegalArgumentException(name + " must be 0 to 24 days, but is " + timeout);
        }
        return timeout;
    }

    void connectTimeout(Duration timeout) {
        connectTimeout = checked("connectTimeout", timeout);
    }

    void attemptTimeout(Duration timeout) {
        attemptTimeout = checked("attemptTimeout", timeout);
    }

    void callTimeout(Duration timeout) {
        callTimeout = checked("callTimeout", timeout);
    }

    void idleTimeout(Duration timeout) {
        idleTimeout = checked("idleTimeout", timeout);
    }

    void maxResponseSize(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxResponseSize must be at least 1, but is " + bytes);
        }
        maxResponseSize = bytes;
    }

    void add(CallInterceptor interceptor) {
        interceptors = plus(interceptors, interceptor);
    }

    void add(CallObserver observer) {
        observers = plus(observers, observer);
    }

    /** Replaces what waits are drawn from. */
    void random(Random source) {
        random = source;
    }

    /** Replaces what waits between attempts. */
    void pause(RetryPause between) {
        pause = between;
    }

    private static <T> List<T> plus(List<T> before, T added) {
        List<T> all = new ArrayList<>(before);
        all.add(added);
        return Collections.unmodifiableList(all);
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration attemptTimeout() {
        return attemptTimeout;
    }

    Duration callTimeout() {
        return callTimeout;
    }

    Duration idleTimeout() {
        return idleTimeout;
    }

    long maxResponseSize() {
        return maxResponseSize;
    }

    RetryPolicy retry() {
        return retry;
    }

    /** Whether anybody wants to know of every call. */
    boolean isObserved() {
        return !interceptors.isEmpty() || !observers.isEmpty();
    }

    List<CallInterceptor> interceptors() {
        return interceptors;
    }

    List<CallObserver> observers() {
        return observers;
    }

    Random random() {
        return random == null ? new Random() : random;
    }

    RetryPause pause() {
        return pause == null ? new RetryPause() : pause;
    }
}
