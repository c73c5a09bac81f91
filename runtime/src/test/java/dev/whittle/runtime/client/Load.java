package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Many callers of one client, through a server that throttles, fails, breaks connections, and sometimes responds. */
final class Load {
    private static final String RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"viewPort\":{\"width\":800}}";

    private final long seed;
    private final Random random;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong succeededAtOnce = new AtomicLong();
    private final AtomicLong succeededLater = new AtomicLong();

    private Load(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Runs for some time, and checks that every call ended well or badly, but ended, and that the budget held. */
    static void run(Duration time, int callers, RetryPolicy policy, long seed) throws Exception {
        new Load(seed).run(time, callers, policy);
    }

    private void run(Duration time, int callers, RetryPolicy policy) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long end = System.nanoTime() + time.toNanos();
        try (FaultServer server = new FaultServer(this::respond);
                CallPipeline pipeline = TestClient.overSockets()
                        .endpoint(server.endpoint())
                        .retry(policy)
                        .retries(new RetryPause(), new Random(seed))
                        .attemptTimeout(Duration.ofSeconds(10))
                        .observer(call -> new Counter())
                        .build()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        call(pipeline);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(time.toSeconds() + 180, TimeUnit.SECONDS);
            }
            // Nothing was sent behind the client's back, and the budget paid for everything that was sent twice.
            assertThat(server.requests.get()).as("requests, seed %d", seed).isLessThanOrEqualTo((int) attempts.get());
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(60, TimeUnit.SECONDS);
        }
        long retries = attempts.get() - calls.get();
        long budget = 500 + succeededAtOnce.get() + 5 * succeededLater.get();
        assertThat(retries * 5)
                .as("tokens taken by %d calls, seed %d", calls.get(), seed)
                .isLessThanOrEqualTo(budget);
        assertThat(retries).as("retries, seed %d", seed).isPositive();
        assertThat(succeededAtOnce.get() + succeededLater.get())
                .as("seed %d", seed)
                .isPositive();
    }

    private static void call(CallPipeline pipeline) {
        try {
            assertThat(pipeline.call(TestOperation.post(), "s", null)).isEqualTo(800);
        } catch (CallException e) {
            // One of the documented exceptions; anything else fails the test.
            return;
        }
    }

    private void respond(FaultServer.Connection connection) throws IOException {
        double chance;
        synchronized (random) {
            chance = random.nextDouble();
        }
        if (chance < 0.3) {
            connection.write("HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n");
        } else if (chance < 0.4) {
            connection.write("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");
        } else if (chance < 0.6) {
            connection.reset();
        } else {
            connection.write(RESPONSE);
        }
    }

    private final class Counter implements CallObservation {
        @Override
        public void callEnded(Outcome outcome) {
            calls.incrementAndGet();
            attempts.addAndGet(outcome.attempt());
            if (outcome.failure() == null) {
                (outcome.attempt() == 1 ? succeededAtOnce : succeededLater).incrementAndGet();
            }
        }
    }
}
