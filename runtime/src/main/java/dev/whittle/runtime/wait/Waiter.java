package dev.whittle.runtime.wait;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.ServiceException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call that reads, until its response is what is waited for:
 *
 * <pre>{@code
 * GetThingResponse thing = Waiter.of(() -> client.getThing(request))
 *         .maxWait(Duration.ofMinutes(2))
 *         .until(response -> response.status() == ThingStatus.READY);
 * }</pre>
 *
 * <p>Between two calls it waits exponentially longer, with jitter, as the <a
 * href="https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries">waiters of Smithy</a> do. Whatever retries the
 * client makes of one call come on top of that.
 *
 * <p>A waiter is immutable, safe for use by many threads, and may be used again; each use begins anew.
 *
 * @param <T> the response of the call
 */
public final class Waiter<T> {
    private static final Duration DEFAULT_MAX_WAIT = Duration.ofMinutes(5);
    private static final Duration DEFAULT_MIN_DELAY = Duration.ofSeconds(2);
    private static final Duration DEFAULT_MAX_DELAY = Duration.ofMinutes(2);

    private final Supplier<? extends T> call;
    private final Duration maxWait;
    private final Duration minDelay;
    private final Duration maxDelay;
    private final @Nullable Class<? extends ServiceException> ignored;
    private final WaiterPause pause;

    private Waiter(
            Supplier<? extends T> call,
            Duration maxWait,
            Duration minDelay,
            Duration maxDelay,
            @Nullable Class<? extends ServiceException> ignored,
            WaiterPause pause) {
        this.call = call;
        this.maxWait = maxWait;
        this.minDelay = minDelay;
        this.maxDelay = maxDelay;
        this.ignored = ignored;
        this.pause = pause;
    }

    /**
     * A waiter that waits for at most 5 minutes, with delays between 2 and 120 seconds.
     *
     * @param call makes the call; it should change nothing, because it is made again and again
     * @param <T> the response of the call
     */
    public static <T> Waiter<T> of(Supplier<? extends T> call) {
        return of(call, new WaiterPause());
    }

    static <T> Waiter<T> of(Supplier<? extends T> call, WaiterPause pause) {
        Objects.requireNonNull(call, "call must not be null");
        return new Waiter<>(call, DEFAULT_MAX_WAIT, DEFAULT_MIN_DELAY, DEFAULT_MAX_DELAY, null, pause);
    }

    /**
     * The same waiter with another limit for the time that all of it takes. The limit decides whether another call is
     * made, and does not break off one that is going on: for that there are the client's time limits. If it is no longer
     * than the least delay, there is one call.
     *
     * @param maxWait the limit, more than zero
     * @throws IllegalArgumentException if it is not
     */
    public Waiter<T> maxWait(Duration maxWait) {
        WaiterPause.positive(maxWait, "maxWait");
        return new Waiter<>(call, maxWait, minDelay, maxDelay, ignored, pause);
    }

    /**
     * The same waiter with other delays between two calls.
     *
     * @param min the least delay, more than zero
     * @param max the most that the delay grows to, not less than the least
     * @throws IllegalArgumentException if they are not
     */
    public Waiter<T> delay(Duration min, Duration max) {
        WaiterPause.positive(min, "min");
        if (max.compareTo(min) < 0) {
            throw new IllegalArgumentException("max: " + max + " is less than min: " + min);
        }
        return new Waiter<>(call, maxWait, min, max, ignored, pause);
    }

    /**
     * The same waiter, which takes an error of the service for a response that is not yet what is waited for. A typical one
     * says that something that was just made is not found.
     *
     * @param error the class of the error; subclasses count as well
     */
    public Waiter<T> ignoring(Class<? extends ServiceException> error) {
        return new Waiter<>(
                call, maxWait, minDelay, maxDelay, Objects.requireNonNull(error, "error must not be null"), pause);
    }

    /**
     * Waits, in the calling thread. The first call is made at once.
     *
     * @param condition whether a response is what is waited for; what it throws ends the waiting
     * @return the first response that is
     * @throws WaiterTimeoutException if there was none before the time was up
     * @throws CallInterruptedException if the thread was interrupted; its interrupt flag is still set
     * @throws CallException what the call throws ends the waiting, unless it is {@linkplain #ignoring ignored}
     */
    public T until(Predicate<? super T> condition) {
        Objects.requireNonNull(condition, "condition must not be null");
        Backoff backoff = new Backoff(maxWait, minDelay, maxDelay, pause);
        for (int calls = 1; ; calls++) {
            Object lastResponse = null;
            ServiceException lastError = null;
            try {
                T response = call.get();
                lastResponse = response;
                if (condition.test(response)) {
                    return response;
                }
            } catch (ServiceException e) {
                // With a response there, it is the condition that failed.
                if (lastResponse != null || ignored == null || !ignored.isInstance(e)) {
                    throw e;
                }
                lastError = e;
            }
            long wait = backoff.next();
            if (wait == Backoff.NO_TIME) {
                throw new WaiterTimeoutException("", maxWait, calls, lastResponse, lastError);
            }
            pause.hold(wait);
        }
    }
}
