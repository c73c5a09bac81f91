package dev.whittle.runtime.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.ErrorDetails;
import dev.whittle.runtime.error.ServiceException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WaiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RecordedWaiterPause pause = new RecordedWaiterPause(null);
    private int calls;

    @Test
    void givesTheFirstResponseThatIsWaitedFor() {
        Deque<String> responses = new ArrayDeque<>(List.of("STARTING", "STARTING", "READY", "GONE"));
        assertThat(waiter(responses::pop).until("READY"::equals)).isEqualTo("READY");
        assertThat(responses).containsExactly("GONE");
        assertThat(pause.millis).containsExactly(2000L, 4000L);
    }

    @Test
    void doesNotWaitForWhatIsThere() {
        assertThat(waiter(() -> "READY").until("READY"::equals)).isEqualTo("READY");
        assertThat(pause.millis).isEmpty();
    }

    @Test
    void delaysDoubleUpToTheMost() {
        Waiter<String> waiter =
                waiter(() -> "no").delay(SECOND, Duration.ofSeconds(5)).maxWait(Duration.ofSeconds(30));
        WaiterTimeoutException e = timeout(waiter);
        // The last call is made the least delay before the time is up.
        assertThat(pause.millis).containsExactly(1000L, 2000L, 4000L, 5000L, 5000L, 5000L, 5000L, 2000L);
        assertThat(calls).isEqualTo(9);
        assertThat(e.attempts()).isEqualTo(9);
        assertThat(e).hasMessage("the expected state was not reached after 9 calls (maxWait of 30 s reached)");
        assertThat(e.maxWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(e.lastResponse()).isEqualTo("no");
        assertThat(e).hasNoCause();
    }

    @Test
    void defaultsAreThoseOfSmithyAndFiveMinutes() {
        timeout(waiter(() -> "no"));
        assertThat(pause.millis).containsExactly(2000L, 4000L, 8000L, 16000L, 32000L, 64000L, 120000L, 52000L);
    }

    @Test
    void delaysHaveJitterBetweenTheirBounds() {
        long seed = new Random().nextLong();
        for (int round = 0; round < 200; round++) {
            RecordedWaiterPause random = new RecordedWaiterPause(new Random(seed + round));
            Waiter<String> waiter = Waiter.of(() -> "no", random)
                    .delay(SECOND, Duration.ofSeconds(8))
                    .maxWait(Duration.ofSeconds(60));
            timeout(waiter);
            List<Long> waits = random.millis;
            for (int i = 0; i < waits.size() - 1; i++) {
                assertThat(waits.get(i))
                        .as("seed %d, wait %d", seed + round, i)
                        .isBetween(1000L, 1000L << Math.min(i, 3));
            }
            assertThat(random.sum()).as("seed %d", seed + round).isBetween(58_900L, 59_000L);
        }
    }

    @Test
    void timeThatCallsTakeCounts() {
        Supplier<String> slow = () -> {
            pause.pass(7_000);
            return "no";
        };
        timeout(waiter(slow).delay(SECOND, SECOND).maxWait(Duration.ofSeconds(20)));
        assertThat(calls).isEqualTo(3);
        assertThat(pause.millis).containsExactly(1000L, 1000L);
    }

    @Test
    void aLimitWithinTheLeastDelayLeavesOneCall() {
        WaiterTimeoutException e = timeout(waiter(() -> "no").maxWait(Duration.ofMillis(1500)));
        assertThat(e).hasMessage("the expected state was not reached after 1 call (maxWait of 1500 ms reached)");
        assertThat(pause.millis).isEmpty();
    }

    @Test
    void theLongestDurationsDoNotOverflow() {
        Duration ever = Duration.ofSeconds(Long.MAX_VALUE);
        Deque<String> responses = new ArrayDeque<>(List.of("no", "no", "no", "yes"));
        assertThat(waiter(responses::pop).maxWait(ever).delay(SECOND, ever).until("yes"::equals))
                .isEqualTo("yes");
        assertThat(pause.millis).containsExactly(1000L, 2000L, 4000L);
    }

    @Test
    void anErrorEndsTheWaiting() {
        assertThatThrownBy(() -> waiter(WaiterTest::notFound).until(response -> true))
                .isInstanceOf(NotFound.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void anIgnoredErrorDoesNot() {
        Supplier<String> late = () -> calls < 3 ? notFound() : "READY";
        assertThat(waiter(late).ignoring(NotFound.class).until("READY"::equals)).isEqualTo("READY");
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void anotherErrorThanTheIgnoredOneEndsTheWaiting() {
        Supplier<String> call = () -> {
            throw new Denied();
        };
        assertThatThrownBy(() -> waiter(call).ignoring(NotFound.class).until(response -> true))
                .isInstanceOf(Denied.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void theLastIgnoredErrorIsTheCause() {
        WaiterTimeoutException e = timeout(waiter(WaiterTest::notFound).ignoring(ServiceException.class));
        assertThat(e).hasCauseInstanceOf(NotFound.class);
        assertThat(e.lastResponse()).isNull();
    }

    @Test
    void whatTheConditionThrowsEndsTheWaiting() {
        assertThatThrownBy(() -> waiter(() -> "FAILED").ignoring(NotFound.class).until(response -> {
                    throw new NotFound();
                }))
                .isInstanceOf(NotFound.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void aWaiterMayBeUsedAgain() {
        Waiter<String> waiter = waiter(() -> "no").maxWait(Duration.ofSeconds(8));
        timeout(waiter);
        timeout(waiter);
        assertThat(pause.millis).containsExactly(2000L, 4000L, 2000L, 4000L);
    }

    @Test
    void anInterruptedThreadIsReleased() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            Waiter<String> waiter = Waiter.of(() -> "no");
            try {
                waiter.delay(Duration.ofHours(1), Duration.ofHours(1))
                        .maxWait(Duration.ofDays(1))
                        .until(response -> {
                            called.countDown();
                            return false;
                        });
            } catch (RuntimeException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        called.await();
        thread.interrupt();
        thread.join();
        assertThat(thrown.get())
                .isInstanceOf(CallInterruptedException.class)
                .hasMessage("interrupted while waiting for the next call")
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(flag.get()).isTrue();
    }

    @Test
    void limitsAreChecked() {
        Waiter<String> waiter = waiter(() -> "no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter.maxWait(Duration.ZERO))
                .withMessage("maxWait: PT0S is not more than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter.delay(Duration.ofSeconds(-1), SECOND))
                .withMessage("min: PT-1S is not more than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter.delay(Duration.ofSeconds(2), SECOND))
                .withMessage("max: PT1S is less than min: PT2S");
    }

    private Waiter<String> waiter(Supplier<String> call) {
        return Waiter.of(
                () -> {
                    calls++;
                    return call.get();
                },
                pause);
    }

    private static WaiterTimeoutException timeout(Waiter<String> waiter) {
        return catchThrowableOfType(WaiterTimeoutException.class, () -> waiter.until("yes"::equals));
    }

    private static String notFound() {
        throw new NotFound();
    }

    private static final class NotFound extends ServiceException {
        private static final long serialVersionUID = 1L;

        NotFound() {
            super(ErrorDetails.builder().message("there is no such thing").build());
        }
    }

    private static final class Denied extends ServiceException {
        private static final long serialVersionUID = 1L;

        Denied() {
            super(ErrorDetails.builder().message("not for you").build());
        }
    }
}
