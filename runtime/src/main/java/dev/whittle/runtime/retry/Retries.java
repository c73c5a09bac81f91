package dev.whittle.runtime.retry;

import dev.whittle.runtime.error.ServiceException;
import java.util.Random;

/**
 * What one client remembers from call to call in order to retry: its budget, its rate limit, and how wrong its clock is.
 * Made when the first attempt fails, or at the first adaptive call. It can be used by many threads at once.
 */
public final class Retries {
    /** What {@link #waitBeforeRetry} returns if there is no further attempt. */
    public static final long NO_RETRY = -1;

    private static final long MAX_BACKOFF_MILLIS = 20_000;

    /** A service that asks for more than this is not waited for. */
    private static final long MAX_WAIT_MILLIS = 5 * 60_000;

    private final TokenBucket tokens = new TokenBucket();
    private final RateLimiter limiter;
    private final Random random;
    private volatile long clockOffsetMillis;

    /**
     * Makes the memory of a client that nothing has failed for yet.
     *
     * @param random what waits are drawn from
     * @param nowNanos the time of {@link System#nanoTime}
     */
    public Retries(Random random, long nowNanos) {
        this.random = random;
        this.limiter = new RateLimiter(nowNanos);
    }

    /** What is to be added to the clock to get the service's time, in milliseconds. */
    public long clockOffsetMillis() {
        return clockOffsetMillis;
    }

    /**
     * Takes a place in the client's own rate limit, if there is one, and returns 0; else says how long to wait before
     * asking again, in milliseconds.
     */
    public long acquire(long nowNanos) {
        return limiter.acquire(nowNanos);
    }

    /**
     * Tells the rate limit of an attempt that has ended.
     *
     * @param throttled whether the service wants fewer requests
     */
    public void ended(boolean throttled, long nowNanos) {
        limiter.ended(throttled, nowNanos);
    }

    /**
     * Gives back tokens after a success.
     *
     * @param held what the last retry of the call took; 0 if it had none, which gives back one all the same
     */
    public void succeeded(int held) {
        tokens.give(Math.max(1, held));
    }

    /** Whether the service cannot have acted on a request that failed so. */
    public static boolean isWithoutEffect(RuntimeException failure) {
        return FailureKind.isWithoutEffect(failure);
    }

    /** Whether a failure means that the service wants fewer requests. */
    public static boolean isThrottling(RuntimeException failure) {
        return FailureKind.of(failure) == FailureKind.THROTTLING;
    }

    /**
     * Notes how wrong the clock is, if that is what a request failed for.
     *
     * @param nowMillis what the clock shows, uncorrected
     * @param usedOffsetMillis the correction that the request was signed with
     * @return whether the request may succeed with the correction of now
     */
    public boolean correctClock(RuntimeException failure, long nowMillis, long usedOffsetMillis) {
        if (!(failure instanceof ServiceException error)) {
            return false;
        }
        long skew = ResponseTimes.skewMillis(error, nowMillis + usedOffsetMillis);
        if (skew == 0) {
            return false;
        }
        clockOffsetMillis = usedOffsetMillis + skew;
        return true;
    }

    /**
     * How long to wait before a call is tried again, in milliseconds; {@link #NO_RETRY} if it is not to be.
     *
     * @param attempt which attempt failed, counted from 1
     * @param nowMillis the service's time, as far as it is known
     */
    public long waitBeforeRetry(RuntimeException failure, boolean clockCorrected, int attempt, long nowMillis) {
        FailureKind kind = clockCorrected ? FailureKind.TRANSIENT : FailureKind.of(failure);
        if (kind == FailureKind.FINAL) {
            return NO_RETRY;
        }
        long wait = backoff(kind, attempt);
        if (failure instanceof ServiceException error) {
            wait = Math.max(wait, ResponseTimes.retryAfterMillis(error, nowMillis));
        }
        return wait > MAX_WAIT_MILLIS ? NO_RETRY : wait;
    }

    private long backoff(FailureKind kind, int attempt) {
        long limit = Math.min(MAX_BACKOFF_MILLIS, (long) kind.baseDelayMillis() << Math.min(attempt - 1, 16));
        return (long) (random.nextDouble() * limit);
    }

    /** Takes the tokens of one retry, and says how many; 0 if too few are left, and there can be none. */
    public int takeTokens(RuntimeException failure, boolean clockCorrected) {
        int cost = (clockCorrected ? FailureKind.TRANSIENT : FailureKind.of(failure)).cost();
        return tokens.take(cost) ? cost : 0;
    }
}
