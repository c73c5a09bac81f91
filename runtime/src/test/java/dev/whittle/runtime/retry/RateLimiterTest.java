package dev.whittle.runtime.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A client and a service in simulated time. */
class RateLimiterTest {
    private static final double SECOND = 1e9;

    private final RateLimiter limiter = new RateLimiter(0);
    private double now;
    private int sent;
    private int throttled;

    private long nanos() {
        return (long) (now * SECOND);
    }

    /** Sends as fast as it may, at most {@code wish} a second, to a service that takes {@code limit} a second. */
    private void send(double seconds, double wish, double limit) {
        double end = now + seconds;
        sent = 0;
        throttled = 0;
        int window = (int) now;
        int accepted = 0;
        while (now < end) {
            for (long wait = limiter.acquire(nanos()); wait > 0; wait = limiter.acquire(nanos())) {
                now += wait / 1000.0;
            }
            if ((int) now != window) {
                window = (int) now;
                accepted = 0;
            }
            boolean refused = accepted >= limit;
            accepted++;
            sent++;
            throttled += refused ? 1 : 0;
            limiter.ended(refused, nanos());
            now += 1 / wish;
        }
    }

    @Test
    void nothingIsHeldBackWithoutThrottling() {
        send(10, 100, 1000);
        assertThat(sent).isBetween(990, 1001);
    }

    @Test
    void theRateSettlesNearWhatTheServiceTakes() {
        send(30, 100, 20);
        send(60, 100, 20);
        assertThat(sent / 60.0).isBetween(10.0, 26.0);
        assertThat(throttled).as("of %s", sent).isLessThan(sent / 3);
    }

    @Test
    void theRateComesBackWhenTheServiceDoes() {
        send(30, 100, 5);
        send(60, 100, 1000);
        send(10, 100, 1000);
        assertThat(sent / 10.0).isCloseTo(100, within(15.0));
    }

    @Test
    void aServiceThatOnlyThrottlesIsStillAskedOnceIn2Seconds() {
        send(60, 100, 5);
        send(100, 100, 0);
        assertThat(sent / 100.0).isBetween(0.4, 1.5);
    }

    @Test
    void whoWaitsGainsByARateThatRises() {
        send(30, 100, 5);
        double seconds = limiter.acquire(nanos()) / 1000.0;
        assertThat(seconds).as("at about five a second").isLessThan(1);
        assertThat(limiter.acquire(nanos()) / 1000.0)
                .as("asking takes no place")
                .isEqualTo(seconds);
    }
}
