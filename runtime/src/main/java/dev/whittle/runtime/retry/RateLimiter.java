package dev.whittle.runtime.retry;

/**
 * The limit that a client in adaptive mode sets its own rate of requests. It follows the cubic congestion control of RFC
 * 8312 as AWS describes it for its SDKs: there is no limit until the service throttles; then the rate falls to 0.7 of
 * what was measured, climbs back slowly towards it, and beyond it faster and faster, but to no more than twice what is
 * really sent.
 *
 * <p>All times are nanoseconds of one monotonic clock.
 */
final class RateLimiter {
    private static final double SECOND = 1e9;
    private static final double MIN_RATE = 0.5;
    private static final double MIN_CAPACITY = 1;
    private static final double SMOOTHING = 0.8;
    private static final double BETA = 0.7;
    private static final double SCALE = 0.4;

    private boolean limiting;
    private double rate;
    private double capacity;
    private double tokens;

    private double refilledAt;
    private double measuredRate;
    private double measuredUpTo;
    private int requests;
    private double lastMaxRate;
    private double throttledAt;

    RateLimiter(long nowNanos) {
        this.refilledAt = nowNanos / SECOND;
        this.measuredUpTo = halfSecond(nowNanos / SECOND);
        this.throttledAt = nowNanos / SECOND;
    }

    /**
     * Takes the place of one request, if there is one, and returns 0; else says how long to wait before asking again, in
     * milliseconds. Nobody is promised a place, so that who waits gains by a rate that rises meanwhile.
     */
    synchronized long acquire(long nowNanos) {
        if (!limiting) {
            return 0;
        }
        refill(nowNanos / SECOND);
        if (tokens >= 1) {
            tokens -= 1;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) / rate * 1000));
    }

    /** Learns from the end of one attempt. */
    synchronized void ended(boolean throttled, long nowNanos) {
        double now = nowNanos / SECOND;
        measure(now);
        if (throttled) {
            double sent = limiting ? Math.min(measuredRate, rate) : measuredRate;
            lastMaxRate = sent;
            throttledAt = now;
            limiting = true;
            limitTo(Math.min(sent * BETA, 2 * measuredRate), now);
        } else if (limiting) {
            limitTo(Math.min(cubic(now - throttledAt), 2 * measuredRate), now);
        }
    }

    private double cubic(double sinceThrottling) {
        double window = Math.cbrt(lastMaxRate * (1 - BETA) / SCALE);
        double distance = sinceThrottling - window;
        return SCALE * distance * distance * distance + lastMaxRate;
    }

    private void limitTo(double newRate, double now) {
        refill(now);
        rate = Math.max(newRate, MIN_RATE);
        capacity = Math.max(newRate, MIN_CAPACITY);
        tokens = Math.min(tokens, capacity);
    }

    private void refill(double now) {
        tokens = Math.min(capacity, tokens + Math.max(0, now - refilledAt) * rate);
        refilledAt = now;
    }

    private void measure(double now) {
        double bucket = halfSecond(now);
        requests++;
        if (bucket > measuredUpTo) {
            double current = requests / (bucket - measuredUpTo);
            measuredRate = current * SMOOTHING + measuredRate * (1 - SMOOTHING);
            requests = 0;
            measuredUpTo = bucket;
        }
    }

    private static double halfSecond(double now) {
        return Math.floor(now * 2) / 2;
    }
}
