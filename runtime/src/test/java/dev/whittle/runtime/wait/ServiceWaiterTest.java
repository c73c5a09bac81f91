package dev.whittle.runtime.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.ErrorDetails;
import dev.whittle.runtime.error.ServiceException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceWaiterTest {
    private final RecordedWaiterPause pause = new RecordedWaiterPause(null);
    private final Deque<Object> responses = new ArrayDeque<>();
    private int calls;

    @Test
    void waitsForTheDelayOfTheModelBetweenCalls() {
        responses.addAll(List.of("no", new Fault(404), "no", "yes"));
        assertThat(waiter().await()).isEqualTo("yes");
        assertThat(pause.millis).containsExactly(5000L, 5000L, 5000L);
    }

    @Test
    void endsAfterTheModelsNumberOfCalls() {
        assertThatThrownBy(() -> waiter().await()).isInstanceOfSatisfying(WaiterTimeoutException.class, e -> {
            assertThat(e)
                    .hasMessage(
                            "TestOperationWaiter: the expected state was not reached after 4 calls (maxAttempts reached)");
            assertThat(e.attempts()).isEqualTo(4);
            assertThat(e.maxWait()).isNull();
            assertThat(e.lastResponse()).isEqualTo("no");
        });
        assertThat(pause.millis).containsExactly(5000L, 5000L, 5000L);
    }

    @Test
    void theErrorOfTheLastCallIsTheCause() {
        responses.addAll(List.of("no", "no", "no", new Fault(404)));
        assertThatThrownBy(() -> waiter().await()).hasCauseInstanceOf(Fault.class);
    }

    @Test
    void aLimitOfTimeReplacesTheNumberOfCalls() {
        TestWaiter waiter = waiter().delay(Duration.ofSeconds(1)).maxWait(Duration.ofSeconds(10));
        assertThatThrownBy(waiter::await)
                .hasMessage(
                        "TestOperationWaiter: the expected state was not reached after 10 calls (maxWait of 10 s reached)");
        assertThat(pause.millis).hasSize(9).containsOnly(1000L);
        pause.millis.clear();
        assertThatThrownBy(waiter::await).isInstanceOf(WaiterTimeoutException.class);
        assertThat(pause.millis).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({"65, 60, 2", "120, 60, 2", "121, 60, 3", "60, 60, 1", "5, 60, 1"})
    void callsGoOnWhileThereIsTimeForAnother(int maxWait, int delay, int expected) {
        TestWaiter waiter = waiter().delay(Duration.ofSeconds(delay)).maxWait(Duration.ofSeconds(maxWait));
        assertThatThrownBy(waiter::await)
                .isInstanceOfSatisfying(
                        WaiterTimeoutException.class,
                        e -> assertThat(e.attempts()).isEqualTo(expected));
        assertThat(pause.millis).hasSize(expected - 1).allMatch(millis -> millis == delay * 1000L);
    }

    @Test
    void settersGiveAnotherWaiter() {
        TestWaiter waiter = waiter();
        assertThat(waiter.delay(Duration.ofSeconds(1))).isNotSameAs(waiter);
        assertThatThrownBy(waiter::await).isInstanceOf(WaiterTimeoutException.class);
        assertThat(pause.millis).containsExactly(5000L, 5000L, 5000L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter.maxWait(Duration.ZERO))
                .withMessage("maxWait: PT0S is not more than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter.delay(Duration.ofSeconds(-1)))
                .withMessage("delay: PT-1S is not more than zero");
    }

    @Test
    void failureEndsTheWaiting() {
        responses.addAll(List.of("no", "never"));
        assertThatThrownBy(() -> waiter().await()).isInstanceOfSatisfying(WaiterFailureException.class, e -> {
            assertThat(e.attempts()).isEqualTo(2);
            assertThat(e.lastResponse()).isEqualTo("never");
            assertThat(e.getMessage()).doesNotContain("never");
        });
    }

    @Test
    void anErrorThatMeansNothingIsThrown() {
        responses.addAll(List.of("no", new Fault(400)));
        assertThatThrownBy(() -> waiter().await()).isInstanceOf(Fault.class);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void anErrorMayBeWhatIsWaitedFor() {
        responses.add(new Fault(410));
        assertThat(waiter().awaitAny()).isNull();
    }

    @Test
    void anInterruptedThreadIsReleased() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> waiter().await()).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).isEqualTo(1);
    }

    private TestWaiter waiter() {
        return new TestWaiter().with(pause);
    }

    private final class TestWaiter extends ServiceWaiter<TestWaiter> {
        String await() {
            return response(new TestOperationWaiter());
        }

        @Nullable
        String awaitAny() {
            return responseOrNull(new TestOperationWaiter());
        }
    }

    private final class TestOperationWaiter extends OperationWaiter<String> {
        TestOperationWaiter() {
            super(5, 4, 200);
        }

        @Override
        protected String call(RequestOptions options) {
            calls++;
            Object response = responses.isEmpty() ? "no" : responses.pop();
            if (response instanceof Fault fault) {
                throw fault;
            }
            return (String) response;
        }

        @Override
        protected @Nullable WaiterState responded(String response, int status) {
            assertThat(status).isEqualTo(200);
            return switch (response) {
                case "yes" -> WaiterState.SUCCESS;
                case "never" -> WaiterState.FAILURE;
                default -> null;
            };
        }

        @Override
        protected @Nullable WaiterState failed(ServiceException error) {
            return switch (error.statusCode()) {
                case 404 -> WaiterState.RETRY;
                case 410 -> WaiterState.SUCCESS;
                default -> null;
            };
        }
    }

    private static final class Fault extends ServiceException {
        private static final long serialVersionUID = 1L;

        Fault(int status) {
            super(ErrorDetails.builder().statusCode(status).build());
        }
    }
}
