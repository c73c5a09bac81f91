package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs into one fault many times, from several threads. */
final class FaultRounds {
    private static final String LARGE = "x".repeat(16 << 20);

    private FaultRounds() {}

    static void run(Fault fault, int rounds, int callers) throws Exception {
        TestOperation operation = fault.isReading()
                ? TestOperation.post()
                : TestOperation.writing((input, out) -> out.path("/").body("text/plain", LARGE));
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (FaultServer server = new FaultServer(fault.isReading(), fault.script);
                CallPipeline pipeline = TestClient.overSockets()
                        .endpoint(server.endpoint())
                        .retry(RetryPolicy.none())
                        .attemptTimeout(fault.isTimeLimited() ? Duration.ofMillis(300) : Duration.ofSeconds(30))
                        .build()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                calls.add(threads.submit(() -> {
                    assertThat(catchThrowable(() -> pipeline.call(operation, "s", null)))
                            .as(fault.name())
                            .isInstanceOf(fault.exception);
                }));
            }
            for (Future<?> call : calls) {
                call.get(120, TimeUnit.SECONDS);
            }
            long end = System.nanoTime() + 30_000_000_000L;
            while (fault.isReading() && server.open() > 0 && System.nanoTime() < end) {
                Thread.sleep(10);
            }
            if (fault.isReading()) {
                assertThat(server.open())
                        .as("connections left open by %s", fault)
                        .isZero();
                assertThat(server.requests).as("requests sent for %s", fault).hasValueLessThanOrEqualTo(rounds);
            }
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(60, TimeUnit.SECONDS);
        }
    }
}
