package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.error.TransportException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CachedCredentialsTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final SteppingClock clock = new SteppingClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<String> log = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private volatile Duration life = Duration.ofHours(1);
    private volatile RuntimeException failure;

    /** When set, a refresh says that it has begun and waits until it may go on. */
    private volatile CountDownLatch begun;

    private volatile CountDownLatch mayEnd;
    private final CachedCredentials cached = new CachedCredentials(this::ask, clock);

    private static final class SteppingClock extends Clock {
        private volatile Instant now = START;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Credentials ask() {
        int number = asked.incrementAndGet();
        CountDownLatch end = mayEnd;
        if (end != null) {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallInterruptedException("interrupted", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Credentials.of(
                "AKID" + number, "key-secret", "token-secret", life == null ? null : clock.now.plus(life));
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("dev.whittle.runtime").addHandler(handler);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("dev.whittle.runtime").removeHandler(handler);
        callers.shutdownNow();
    }

    private String id() {
        return cached.credentials().accessKeyId();
    }

    private void at(Duration sinceStart) {
        clock.now = START.plus(sinceStart);
    }

    @Test
    void asksAgainFifteenMinutesBeforeTheEnd() {
        assertThat(id()).isEqualTo("AKID1");
        at(Duration.ofMinutes(45).minusMillis(1));
        assertThat(id()).isEqualTo("AKID1");
        at(Duration.ofMinutes(45));
        assertThat(id()).isEqualTo("AKID2");
        assertThat(id()).isEqualTo("AKID2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotKeepAskingForCredentialsWithAShortLife() {
        life = Duration.ofMinutes(4);
        assertThat(id()).isEqualTo("AKID1");
        at(Duration.ofMinutes(2).minusMillis(1));
        assertThat(id()).isEqualTo("AKID1");
        at(Duration.ofMinutes(2));
        assertThat(id()).isEqualTo("AKID2");
    }

    @Test
    void looksNowAndThenForOthersWhenTheyDoNotSayWhenTheyExpire() {
        life = null;
        assertThat(id()).isEqualTo("AKID1");
        at(Duration.ofMinutes(5).minusMillis(1));
        assertThat(id()).isEqualTo("AKID1");
        at(Duration.ofMinutes(5));
        assertThat(id()).isEqualTo("AKID2");
        failure = new IllegalStateException("key-secret");
        at(Duration.ofDays(1000));
        assertThat(id()).as("they are still the last known").isEqualTo("AKID2");
    }

    @Test
    void keepsTheObjectForAsLongAsNothingChanges() {
        Credentials fixed = Credentials.of("A", "s", null, START.plusSeconds(3600));
        CachedCredentials same =
                new CachedCredentials(() -> Credentials.of("A", "s", null, START.plusSeconds(3600)), clock);
        Credentials first = same.credentials();
        assertThat(first).isEqualTo(fixed);
        at(Duration.ofMinutes(50));
        assertThat(same.credentials()).isSameAs(first);
    }

    @Test
    void toleratesFailuresForAsLongAsThePresentOnesAreValid() {
        id();
        failure = new MissingCredentialsException("place: down", null);
        at(Duration.ofMinutes(45));
        assertThat(id()).isEqualTo("AKID1");
        assertThat(id()).isEqualTo("AKID1");
        assertThat(asked).as("backs off").hasValue(2);
        clock.advance(Duration.ofSeconds(10));
        assertThat(id()).isEqualTo("AKID1");
        assertThat(asked).as("the first wait is 5 to 10 seconds").hasValue(3);
        clock.advance(Duration.ofSeconds(9));
        id();
        assertThat(asked).as("the second is 10 to 20 seconds").hasValue(3);
        at(Duration.ofHours(1).minusMillis(1));
        assertThat(id()).isEqualTo("AKID1");
        at(Duration.ofHours(1));
        assertThatThrownBy(cached::credentials).isSameAs(failure);
        failure = null;
        assertThat(id()).isNotEqualTo("AKID1");
        assertThat(log)
                .hasSize(1)
                .allMatch(line -> line.equals(
                        "Could not refresh credentials; using the current ones until they expire: place: down"));
    }

    @Test
    void saysNothingInTheWordsOfSomebodyElsesException() {
        id();
        failure = new IllegalStateException("key-secret");
        at(Duration.ofMinutes(45));
        id();
        assertThat(log)
                .containsExactly("Could not refresh credentials; using the current ones until they expire:"
                        + " java.lang.IllegalStateException");
    }

    @Test
    void whatHasExpiredWhenItIsGivenIsUsedButNotForLong() {
        life = Duration.ofHours(-1);
        assertThat(id()).isEqualTo("AKID1");
        assertThat(id()).isEqualTo("AKID1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(id()).isEqualTo("AKID2");
        failure = new MissingCredentialsException("place: down", null);
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(cached::credentials).isSameAs(failure);
    }

    @Test
    void everyLifeCanBeCounted() {
        for (Instant end : List.of(Instant.MAX, Instant.MIN, Instant.EPOCH)) {
            CachedCredentials odd = new CachedCredentials(() -> Credentials.of("A", "s", null, end), clock);
            assertThat(odd.credentials().expiration()).isEqualTo(end);
        }
    }

    @Test
    void aProviderThatGivesNullIsToldSo() {
        CachedCredentials none = new CachedCredentials(() -> null, clock);
        assertThatThrownBy(none::credentials)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the credentials provider returned null");
    }

    private List<Future<String>> call(int count) {
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(callers.submit(this::id));
        }
        return calls;
    }

    private Future<String> hold() throws InterruptedException {
        begun = new CountDownLatch(1);
        mayEnd = new CountDownLatch(1);
        Future<String> first = callers.submit(this::id);
        begun.await();
        return first;
    }

    @Test
    void oneAsksForAllWhoHaveNone() throws Exception {
        Future<String> first = hold();
        List<Future<String>> others = call(20);
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("AKID1");
        for (Future<String> other : others) {
            assertThat(other.get()).isEqualTo("AKID1");
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void theOthersGoOnWhileOneAsksAhead() throws Exception {
        id();
        at(Duration.ofMinutes(50));
        Future<String> first = hold();
        for (Future<String> other : call(20)) {
            assertThat(other.get()).isEqualTo("AKID1");
        }
        assertThat(first.isDone()).isFalse();
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("AKID2");
        assertThat(id()).isEqualTo("AKID2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void theOthersWaitInTheLastFiveMinutes() throws Exception {
        id();
        at(Duration.ofMinutes(55));
        Future<String> first = hold();
        Thread other = new Thread(() -> assertThat(id()).isEqualTo("AKID2"));
        AtomicInteger faults = new AtomicInteger();
        other.setUncaughtExceptionHandler((t, e) -> faults.incrementAndGet());
        other.start();
        awaitWaiting(other);
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("AKID2");
        other.join();
        assertThat(faults).hasValue(0);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoWaitsSharesTheFailure() throws Exception {
        failure = new MissingCredentialsException("place: down", null);
        Future<String> first = hold();
        Throwable[] seen = new Throwable[1];
        Thread other = new Thread(cached::credentials);
        other.setUncaughtExceptionHandler((t, e) -> seen[0] = e);
        other.start();
        awaitWaiting(other);
        mayEnd.countDown();
        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasCause(failure);
        other.join();
        assertThat(seen[0]).hasSameClassAs(failure).hasMessage("place: down");
        assertThat(asked).hasValue(1);
    }

    @Test
    void eachCallerHasAnExceptionOfItsOwn() throws Exception {
        for (RuntimeException thrown : List.of(
                new MissingCredentialsException("a", new IOException("cause")),
                new ConfigurationException("b", null),
                new MissingRegionException("c", null),
                new TransportException("d", new IOException("cause")),
                new IllegalStateException("key-secret"))) {
            thrown.addSuppressed(new IOException("earlier"));
            CachedCredentials shared = new CachedCredentials(
                    () -> {
                        begun.countDown();
                        await(mayEnd);
                        throw thrown;
                    },
                    clock);
            begun = new CountDownLatch(1);
            mayEnd = new CountDownLatch(1);
            List<Future<Throwable>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(callers.submit(() -> catchThrowable(() -> shared.await(30_000))));
            }
            begun.await();
            awaitWaiters(4);
            mayEnd.countDown();
            List<Throwable> seen = new ArrayList<>();
            for (Future<Throwable> call : calls) {
                Throwable e = call.get();
                // As a call does with its attempts.
                e.addSuppressed(new IOException("attempt"));
                seen.add(e);
            }
            for (Throwable e : seen) {
                assertThat(seen.stream().filter(other -> other == e)).hasSize(1);
                boolean isOurs = thrown instanceof CallException;
                assertThat(e)
                        .isExactlyInstanceOf(isOurs ? thrown.getClass() : MissingCredentialsException.class)
                        .hasMessage(
                                isOurs
                                        ? thrown.getMessage()
                                        : "the credentials provider failed: java.lang.IllegalStateException");
                assertThat(e.getSuppressed()).hasSizeLessThanOrEqualTo(2);
                assertThat(e.toString()).doesNotContain("key-secret");
            }
            assertThat(thrown.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void anErrorOfTheProviderReachesAllWhoWait() throws Exception {
        CachedCredentials broken = new CachedCredentials(
                () -> {
                    throw new NoClassDefFoundError("gone");
                },
                clock);
        assertThatThrownBy(() -> broken.await(30_000))
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("the credentials provider failed: java.lang.NoClassDefFoundError")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThatThrownBy(broken::credentials).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aCallerWaitsAsLongAsItMayAndTheNextHasTheOutcome() throws Exception {
        begun = new CountDownLatch(1);
        mayEnd = new CountDownLatch(1);
        assertThat(cached.ready()).isNull();
        assertThatThrownBy(() -> cached.await(20)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> cached.await(0)).isInstanceOf(TimeoutException.class);
        mayEnd.countDown();
        assertThat(cached.await(30_000).accessKeyId()).isEqualTo("AKID1");
        assertThat(cached.ready()).isSameAs(cached.credentials());
    }

    @Test
    void aCallWaitsOnlyForAPartOfItsTimeWhileTheOldOnesAreValid() throws Exception {
        id();
        begun = new CountDownLatch(1);
        mayEnd = new CountDownLatch(1);
        at(Duration.ofMinutes(55));
        assertThat(cached.ready()).isNull();
        assertThat(cached.await(100).accessKeyId()).isEqualTo("AKID1");
        assertThat(log)
                .containsExactly("Could not refresh credentials; using the current ones until they expire: their source"
                        + " has not responded yet");
        assertThat(cached.ready().accessKeyId()).as("the next does not wait").isEqualTo("AKID1");
        clock.advance(Duration.ofMinutes(4));
        assertThat(cached.ready().accessKeyId()).isEqualTo("AKID1");
        clock.advance(Duration.ofMinutes(2));
        assertThat(cached.ready()).isNull();
        assertThatThrownBy(() -> cached.await(20)).isInstanceOf(TimeoutException.class);
        mayEnd.countDown();
        assertThat(cached.await(30_000).accessKeyId()).isEqualTo("AKID2");
        assertThat(log).hasSize(1);
    }

    @Test
    void expiredCredentialsOfAnAgentAreUsedWhileItDoesNotRespond() throws Exception {
        CachedCredentials stable = new CachedCredentials(new Agent(), clock);
        stable.credentials();
        begun = new CountDownLatch(1);
        mayEnd = new CountDownLatch(1);
        at(Duration.ofHours(2));
        assertThat(stable.ready()).isNull();
        assertThat(stable.await(100).accessKeyId()).isEqualTo("AKID1");
        assertThat(stable.ready().accessKeyId()).isEqualTo("AKID1");
        failure = new MissingCredentialsException("container: down", null);
        mayEnd.countDown();
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID1");
        assertThat(log)
                .containsExactly("Could not refresh credentials; using the expired ones and trying again in 5 to 10"
                        + " minutes: their source has not responded yet");
    }

    @Test
    void aCallDoesNotWaitForWhatIsRefreshedAhead() throws Exception {
        id();
        at(Duration.ofMinutes(45));
        begun = new CountDownLatch(1);
        mayEnd = new CountDownLatch(1);
        assertThat(cached.ready().accessKeyId()).isEqualTo("AKID1");
        begun.await();
        assertThat(cached.ready().accessKeyId()).isEqualTo("AKID1");
        at(Duration.ofMinutes(55));
        assertThat(cached.ready()).as("in the last five minutes it does").isNull();
        mayEnd.countDown();
        assertThat(cached.await(30_000).accessKeyId()).isEqualTo("AKID2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyWaitsForASourceThatFailsWhileTheOldOnesAreValid() throws Exception {
        id();
        failure = new MissingCredentialsException("place: down", null);
        at(Duration.ofMinutes(55));
        assertThat(id()).isEqualTo("AKID1");
        clock.advance(Duration.ofMinutes(2));
        Future<String> first = hold();
        for (Future<String> other : call(5)) {
            assertThat(other.get()).isEqualTo("AKID1");
        }
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("AKID1");
    }

    /** A source that may be down while its credentials go on being good. */
    private final class Agent implements CredentialsProvider, StableSource {
        @Override
        public boolean isStable() {
            return true;
        }

        @Override
        public Credentials credentials() {
            return ask();
        }
    }

    @Test
    void expiredCredentialsOfAnAgentAreUsedWhileItIsDown() throws Exception {
        CachedCredentials stable = new CachedCredentials(new Agent(), clock);
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID1");
        failure = new MissingCredentialsException("container: down", null);
        at(Duration.ofHours(2));
        for (int i = 0; i < 5; i++) {
            assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID1");
            assertThat(stable.ready().accessKeyId()).isEqualTo("AKID1");
        }
        assertThat(asked).as("not at each call").hasValue(2);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        stable.credentials();
        assertThat(asked).as("the wait is 5 to 10 minutes").hasValue(2);
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID1");
        assertThat(asked).hasValue(3);
        assertThat(log)
                .containsExactly("Could not refresh credentials; using the expired ones and trying again in 5 to 10"
                        + " minutes: container: down");
        failure = null;
        clock.advance(Duration.ofMinutes(10));
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID4");
        assertThat(log).hasSize(1);
        failure = new MissingCredentialsException("container: down again", null);
        clock.advance(Duration.ofHours(2));
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID4");
        assertThat(log).as("one warning for each outage").hasSize(2);
    }

    @Test
    void anAgentThatGivesExpiredCredentialsIsNotAskedAgainAtOnce() {
        CachedCredentials stable = new CachedCredentials(new Agent(), clock);
        life = Duration.ofHours(-1);
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID1");
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID1");
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        assertThat(stable.credentials().accessKeyId()).isEqualTo("AKID2");
        assertThat(log)
                .containsExactly("The source returned expired credentials; using them until it returns newer ones");
    }

    private void awaitWaiters(int count) throws InterruptedException {
        for (int waiting = 0; waiting < count; Thread.sleep(1)) {
            waiting = 0;
            for (Map.Entry<Thread, StackTraceElement[]> thread :
                    Thread.getAllStackTraces().entrySet()) {
                for (StackTraceElement frame : thread.getValue()) {
                    if (frame.getClassName().equals(CachedCredentials.class.getName())
                            && frame.getMethodName().equals("await")
                            && thread.getKey().getState() == Thread.State.TIMED_WAITING) {
                        waiting++;
                    }
                }
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoWaitsAsksItselfWhenTheOneWhoAskedIsInterrupted() throws Exception {
        Future<String> first = hold();
        CountDownLatch firstEnd = mayEnd;
        String[] seen = new String[1];
        Thread other = new Thread(() -> seen[0] = id());
        other.start();
        awaitWaiting(other);
        mayEnd = null;
        first.cancel(true);
        other.join();
        firstEnd.countDown();
        assertThat(seen[0]).isEqualTo("AKID2");
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        Future<String> first = hold();
        Throwable[] seen = new Throwable[1];
        Thread other = new Thread(cached::credentials);
        other.setUncaughtExceptionHandler((t, e) -> seen[0] = e);
        other.start();
        awaitWaiting(other);
        other.interrupt();
        other.join();
        assertThat(seen[0]).isInstanceOf(CallInterruptedException.class);
        mayEnd.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("AKID1");
    }

    @SuppressWarnings("BusyWait")
    private static void awaitWaiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }
}
