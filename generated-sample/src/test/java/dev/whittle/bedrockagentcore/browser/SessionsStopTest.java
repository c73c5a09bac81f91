package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.demo.Disturbance;
import dev.whittle.bedrockagentcore.demo.LoopbackService;
import dev.whittle.bedrockagentcore.demo.Sessions;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No session survives what a program, a network and a service can do wrong, except detached ones. Each run has failures,
 * broken connections, interrupts and exceptions at random points, which its seed determines.
 *
 * <p>{@code -Dwhittle.sessions.runs} sets the number of runs, 200 by default; {@code -Dwhittle.sessions.exits} the number
 * of processes that SIGTERM ends, 12 by default; {@code -Dwhittle.sessions.seed} the first seed.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SessionsStopTest {
    private static final int RUNS = Integer.getInteger("whittle.sessions.runs", 200);
    private static final int EXITS = Integer.getInteger("whittle.sessions.exits", 12);
    private static final long SEED = Long.getLong("whittle.sessions.seed", 20_260_304L);

    @Test
    void nothingSurvivesFailuresAndInterrupts() throws Exception {
        Map<String, Integer> outcomes = inParallel(12, RUNS, SessionsStopTest::run);
        System.out.println(RUNS + " runs: " + outcomes);
        // Otherwise the runs show nothing.
        assertThat(outcomes).containsKeys("none", "CallInterruptedException", "IllegalStateException");
    }

    @Test
    void nothingSurvivesTheExitOfItsProcess() throws Exception {
        Map<String, Integer> outcomes = inParallel(4, EXITS, SessionsStopTest::exit);
        System.out.println(EXITS + " exits: " + outcomes);
    }

    @Test
    void nothingStartsWhileTheProcessExits() throws Exception {
        Sessions sessions = new Sessions(TestClients.streams(9));
        try (LoopbackService service = LoopbackService.start(sessions)) {
            Process process = child(service, ExitingProgram.STARTS_LATE, ProcessBuilder.Redirect.PIPE);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output)
                    .startsWith("BrowserSession{browserIdentifier=aws.browser.v1, sessionId=")
                    // What starts when the exit begins is either refused or stopped.
                    .containsPattern("the process is exiting: (no browser|the) session was (started|stopped before)");
        }
        assertThat(sessions.running()).isEmpty();
    }

    @Test
    void aStartThatTheExitEndsSaysSo() throws Exception {
        Sessions sessions = new Sessions(TestClients.streams(9));
        sessions.readyAfter(1_000_000);
        CompletableFuture<Process> process = new CompletableFuture<>();
        try (LoopbackService service = LoopbackService.start(sessions)) {
            service.disturb((operation, number) -> {
                if (operation.startsWith("GET ")) {
                    // Unlike Process.destroy, this leaves the process's output readable.
                    process.join().toHandle().destroy();
                }
                return Disturbance.Fault.NONE;
            });
            process.complete(child(service, ExitingProgram.IS_STARTING, ProcessBuilder.Redirect.PIPE));
            String output = new String(process.join().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(output)
                    .isEqualToIgnoringNewLines("the process is exiting: the session was stopped before it was READY");
        }
        assertThat(sessions.running()).isEmpty();
    }

    private interface Run {
        String of(long seed) throws Exception;
    }

    private static Map<String, Integer> inParallel(int threads, int runs, Run run) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                long seed = SEED + i;
                tasks.add(() -> run.of(seed));
            }
            Map<String, Integer> outcomes = new TreeMap<>();
            for (Future<String> outcome : pool.invokeAll(tasks)) {
                outcomes.merge(outcome.get(), 1, Integer::sum);
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String run(long seed) throws Exception {
        Random random = new Random(seed);
        Sessions sessions = new Sessions(TestClients.streams(9));
        sessions.readyAfter(random.nextInt(3));
        Set<String> detached = new HashSet<>();
        Thread user = Thread.currentThread();
        int interrupts = random.nextInt(3);
        Thread interrupter = new Thread(() -> interrupt(user, interrupts, new Random(seed)));
        String outcome = "none";
        Throwable failure = null;
        try (LoopbackService service = LoopbackService.start(sessions);
                BedrockAgentCoreClient client = TestClients.builder(service.endpoint())
                        .retry(random.nextBoolean() ? RetryPolicy.none() : RetryPolicy.standard())
                        .build()) {
            service.disturb(new Faults(seed, 4));
            interrupter.start();
            try {
                use(Browser.of(client), random.nextInt(5), detached);
            } catch (CallException | BrowserException | IllegalStateException e) {
                outcome = e.getClass().getSimpleName();
                failure = e;
            }
            assertThat(joined(interrupter)).as("interrupt flag, seed " + seed).isEqualTo(interrupts > 0);
        }
        assertThat(sessions.running())
                .as("running sessions, seed " + seed + ", after "
                        + (failure == null ? outcome : Throwables.getStackTrace(failure)))
                .isEqualTo(detached);
        return outcome;
    }

    private static void use(Browser browser, int kind, Set<String> detached) {
        try (BrowserSession session = browser.start(o -> o.name("run").timeout(Duration.ofMinutes(5)))) {
            switch (kind) {
                case 0 -> throw new IllegalStateException("the user's code fails");
                case 1 -> {
                    session.detach();
                    detached.add(session.sessionId());
                }
                case 2 -> session.screen().move(1, 1);
                case 3 -> session.stop();
                default -> assertThat(session.sessionId()).isNotEmpty();
            }
        }
    }

    private static void interrupt(Thread user, int times, Random random) {
        try {
            for (int i = 0; i < times; i++) {
                TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
                user.interrupt();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the thread that interrupts this one. Returns whether this one was interrupted so far. */
    private static boolean joined(Thread interrupter) {
        boolean interrupted = Thread.interrupted();
        while (true) {
            try {
                interrupter.join();
                return interrupted | Thread.interrupted();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private static String exit(long seed) throws Exception {
        Random random = new Random(seed);
        Sessions sessions = new Sessions(TestClients.streams(9));
        sessions.readyAfter(random.nextInt(3));
        int at = random.nextInt(20);
        CompletableFuture<Process> process = new CompletableFuture<>();
        int status;
        try (LoopbackService service = LoopbackService.start(sessions)) {
            Faults faults = new Faults(seed, 3);
            service.disturb((operation, number) -> {
                if (number == at) {
                    TimeUnit.MICROSECONDS.sleep(new Random(seed).nextInt(20_000));
                    process.join().destroy();
                }
                return faults.of(operation, number);
            });
            process.complete(child(service, seed, ProcessBuilder.Redirect.DISCARD));
            assertThat(process.join().waitFor(2, TimeUnit.MINUTES))
                    .as("exit, seed " + seed)
                    .isTrue();
            status = process.join().exitValue();
        } finally {
            process.thenAccept(Process::destroyForcibly).join();
        }
        assertThat(sessions.running()).as("running sessions, seed " + seed).isEmpty();
        assertThat(status).as("exit status, seed " + seed).isEqualTo(128 + 15);
        return "SIGTERM";
    }

    private static Process child(LoopbackService service, long seed, ProcessBuilder.Redirect output)
            throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitingProgram.class.getName(),
                        service.endpoint().toString(),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /** Delays all requests, and lets some fail; no more in all than a session's end is tried. */
    private static final class Faults implements Disturbance {
        private final long seed;
        private final AtomicInteger left;

        Faults(long seed, int most) {
            this.seed = seed;
            this.left = new AtomicInteger(new Random(seed).nextInt(most + 1));
        }

        @Override
        public Fault of(String operation, int number) throws InterruptedException {
            Random random = new Random(seed * 1000 + number);
            TimeUnit.MICROSECONDS.sleep(random.nextInt(10_000));
            return random.nextInt(3) == 0 && left.getAndDecrement() > 0
                    ? Fault.values()[1 + random.nextInt(Fault.values().length - 1)]
                    : Fault.NONE;
        }
    }
}
