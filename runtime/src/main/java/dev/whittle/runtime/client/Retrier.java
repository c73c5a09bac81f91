package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.retry.Retries;
import java.time.Clock;
import java.time.Duration;

/**
 * The step between two attempts: after a failure it waits for the next attempt, or throws. Neither it nor what it works
 * with is loaded before something fails, unless calls are adaptive.
 */
final class Retrier {
    private final RequestPreparation preparation;
    private final Authentication authentication;
    private final Clock clock;
    private final RetryPause pause;
    private final Retries retries;
    private volatile boolean closed;

    Retrier(RequestPreparation preparation, Authentication authentication, CallSettings settings) {
        this.preparation = preparation;
        this.authentication = authentication;
        this.clock = authentication.clock();
        this.pause = settings.pause();
        this.retries = new Retries(settings.random(), pause.nanos());
    }

    /** Called before each attempt: an adaptive call waits for its place. */
    void starting(Call call) {
        call.clockOffsetMillis(retries.clockOffsetMillis());
        if (!call.retry().isAdaptive()) {
            return;
        }
        long wait = retries.acquire(pause.nanos());
        while (wait > 0) {
            if (wait >= call.leftMillis()) {
                throw call.outOfTime("the client's own rate limit leaves no time for it");
            }
            await(call, wait);
            wait = retries.acquire(pause.nanos());
        }
    }

    /** Called after the attempt that succeeded. */
    void succeeded(Call call) {
        retries.succeeded(call.heldTokens());
        String region = call.redirection();
        if (region != null) {
            preparation.remember(call, region);
        }
        if (call.retry().isAdaptive()) {
            retries.ended(false, pause.nanos());
        }
    }

    /**
     * Returns when the call is to be tried again; else throws the failure, with those of the attempts before it.
     *
     * @return whether the next attempt is in another region, for which the request must be written again
     */
    boolean failed(Call call, RuntimeException failure) {
        if (call.retry().isAdaptive() && failure instanceof ServiceException) {
            retries.ended(Retries.isThrottling(failure), pause.nanos());
        }
        if (call.isInRememberedRegion() && !(failure instanceof ServiceException)) {
            // A region that does not respond may have been a wrong one.
            preparation.forget(call);
        }
        if (failure instanceof ServiceException error && !closed && Redirect.follow(call, error, preparation)) {
            return true;
        }
        boolean clockCorrected = correctClock(call, failure);
        if (closed && isBrokenOff(failure)) {
            throw last(call, closedDuring(call, failure));
        }
        long wait = waitBeforeNext(call, failure, clockCorrected);
        if (wait == Retries.NO_RETRY) {
            throw last(call, failure);
        }
        int tokens = retries.takeTokens(failure, clockCorrected);
        if (tokens == 0) {
            throw last(call, failure);
        }
        try {
            await(call, wait);
        } catch (CallException e) {
            e.addSuppressed(failure);
            throw last(call, e);
        }
        call.next(failure, tokens);
        return false;
    }

    private boolean correctClock(Call call, RuntimeException failure) {
        if (!(failure instanceof ServiceException)) {
            return false;
        }
        boolean corrected = retries.correctClock(failure, clock.millis(), call.clockOffsetMillis());
        if (corrected) {
            authentication.clock(Clock.offset(clock, Duration.ofMillis(retries.clockOffsetMillis())));
        }
        return corrected;
    }

    private long waitBeforeNext(Call call, RuntimeException failure, boolean clockCorrected) {
        if (call.attempt() >= call.maxAttempts()) {
            return Retries.NO_RETRY;
        }
        if (!clockCorrected && !call.isRepeatable() && !Retries.isWithoutEffect(failure)) {
            return Retries.NO_RETRY;
        }
        // Only a response can name a time to wait for.
        long now = failure instanceof ServiceException ? clock.millis() + retries.clockOffsetMillis() : 0;
        long wait = retries.waitBeforeRetry(failure, clockCorrected, call.attempt(), now);
        if (wait == Retries.NO_RETRY || wait >= call.leftMillis()) {
            return Retries.NO_RETRY;
        }
        if (call.isBodySpent()) {
            if (failure instanceof CallException known) {
                known.initNote("not tried again, because the body of the request can be read only once");
            }
            return Retries.NO_RETRY;
        }
        return wait;
    }

    private void await(Call call, long millis) {
        try {
            if (pause.await(millis)) {
                throw new ClientClosedException(call.operation() + ": the client was closed before the next attempt");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(call.operation() + ": interrupted before the next attempt", e);
        }
    }

    private static boolean isBrokenOff(RuntimeException failure) {
        return failure instanceof TransportException
                && !(failure instanceof CallTimeoutException)
                && !(failure instanceof CallInterruptedException);
    }

    private static ClientClosedException closedDuring(Call call, RuntimeException failure) {
        ClientClosedException closed =
                new ClientClosedException(call.operation() + ": the client was closed during the call");
        closed.addSuppressed(failure);
        return closed;
    }

    static RuntimeException last(Call call, RuntimeException failure) {
        if (failure instanceof CallException known) {
            known.initAttempts(call.attempt());
        }
        for (RuntimeException earlier : call.earlierFailures()) {
            if (earlier != failure) {
                failure.addSuppressed(earlier);
            }
        }
        return failure;
    }

    /** Ends all waiting: what waits for another attempt will not get it. */
    void close() {
        closed = true;
        pause.end();
    }
}
