package dev.whittle.runtime.wait;

import dev.whittle.runtime.client.RequestOptions;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What generated waiters have in common: how long they wait, and how they call.
 *
 * <p>A waiter is immutable, safe for use by many threads, and may be used again; each use begins anew.
 *
 * @param <W> the generated class
 */
public abstract class ServiceWaiter<W extends ServiceWaiter<W>> implements Cloneable {
    private @Nullable Duration maxWait;
    private @Nullable Duration delay;
    private RequestOptions options = RequestOptions.builder().build();
    private WaiterPause pause = new WaiterPause();

    /** Called by the generated class. */
    protected ServiceWaiter() {}

    /**
     * The same waiter with a limit for the time that all of it takes, in the place of the model's number of calls. Another
     * call is made while more than the delay is left, so that the last one begins before the time is up; one that is
     * going on is not broken off: for that there are the client's time limits.
     *
     * @param maxWait the limit, more than zero
     * @throws IllegalArgumentException if it is not
     */
    public final W maxWait(Duration maxWait) {
        W other = copy();
        ((ServiceWaiter<W>) other).maxWait = WaiterPause.positive(maxWait, "maxWait");
        return other;
    }

    /**
     * The same waiter with another delay between two calls than the model's.
     *
     * @param delay the delay, more than zero
     * @throws IllegalArgumentException if it is not
     */
    public final W delay(Duration delay) {
        W other = copy();
        ((ServiceWaiter<W>) other).delay = WaiterPause.positive(delay, "delay");
        return other;
    }

    /** The same waiter, each call of which is made with these options. */
    public final W with(RequestOptions options) {
        W other = copy();
        ((ServiceWaiter<W>) other).options = Objects.requireNonNull(options, "options must not be null");
        return other;
    }

    /** The same waiter, which waits elsewhere. For tests. */
    final W with(WaiterPause other) {
        W copy = copy();
        ((ServiceWaiter<W>) copy).pause = other;
        return copy;
    }

    @SuppressWarnings("unchecked")
    private W copy() {
        try {
            return (W) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for a response. For the generated class. */
    protected final <O> O response(OperationWaiter<O> waiter) {
        return Objects.requireNonNull(responseOrNull(waiter));
    }

    /** Waits for a response or an error, for which there is null. For the generated class. */
    protected final <O> @Nullable O responseOrNull(OperationWaiter<O> waiter) {
        return waiter.run(maxWait, delay, options, pause);
    }
}
