package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that somebody else's thread makes, over real sockets. */
@Timeout(60)
class AsyncCallsTest {
    private static final String RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"viewPort\":{\"width\":800}}";

    private static AsyncCalls calls(FaultServer server, Executor executor) {
        CallPipeline pipeline = TestClient.overSockets()
                .endpoint(server.endpoint())
                .retry(RetryPolicy.none())
                .build();
        return new AsyncCalls(pipeline, executor);
    }

    private static Throwable failure(CompletableFuture<?> future) {
        Throwable thrown = catchThrowable(future::join);
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }

    @Test
    void theOutputCompletesTheFutureOnAVirtualThreadOrElseADaemon() throws IOException {
        Thread[] runner = new Thread[1];
        Executor executor = work -> AsyncThreads.SHARED.execute(() -> {
            runner[0] = Thread.currentThread();
            work.run();
        });
        try (FaultServer server = new FaultServer(c -> c.write(RESPONSE));
                AsyncCalls calls = calls(server, executor)) {
            assertThat(calls.start(TestOperation.get(), "s", null).join()).isEqualTo(800);
            assertThat(runner[0].isDaemon()).isTrue();
            assertThat(runner[0].toString())
                    .startsWith(Runtime.version().feature() < 21 ? "Thread[whittle-async-" : "VirtualThread[");
        }
    }

    /** The server responds when all calls have arrived: with fewer threads than calls, none would end. */
    @Test
    void everyCallHasAThreadOfItsOwn() throws IOException {
        int count = 64;
        CountDownLatch all = new CountDownLatch(count);
        try (FaultServer server = new FaultServer(c -> {
                    all.countDown();
                    all.await();
                    c.write(RESPONSE);
                });
                AsyncCalls calls = calls(server, AsyncThreads.SHARED)) {
            List<CompletableFuture<Object>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(calls.start(TestOperation.get(), "s" + i, null));
            }
            assertThat(futures).allSatisfy(future -> assertThat(future.join()).isEqualTo(800));
        }
    }

    @Test
    void anExecutorThatTakesNoMoreFailsTheFuture() throws IOException {
        try (FaultServer server = new FaultServer(c -> c.write(RESPONSE));
                AsyncCalls calls = calls(server, work -> {
                    throw new RejectedExecutionException("full");
                })) {
            assertThat(failure(calls.start(TestOperation.get(), "s", null)))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessage("full");
        }
    }

    @Test
    void aFutureThatIsKeptDoesNotKeepTheInput() throws Exception {
        try (FaultServer server = new FaultServer(c -> c.write(RESPONSE));
                AsyncCalls calls = calls(server, AsyncThreads.SHARED)) {
            String input = new String("s");
            WeakReference<String> kept = new WeakReference<>(input);
            CompletableFuture<Object> future = calls.start(TestOperation.get(), input, null);
            input = null;
            assertThat(future.join()).isEqualTo(800);
            Collected.awaitCollected(kept);
            assertThat(future).isCompleted();
        }
    }

    @Test
    void whereThereAreNoVirtualThreadsDaemonsAreReused() throws Exception {
        ThreadPoolExecutor pool = AsyncThreads.pool();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {});
        try {
            Thread first = pool.submit(Thread::currentThread).get();
            assertThat(first.getContextClassLoader()).isNull();
            assertThat(first.isDaemon()).isTrue();
            assertThat(first.getName()).isEqualTo("whittle-async-1");
            assertThat(pool.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(10);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            pool.shutdown();
        }
    }

    @Test
    void theExceptionOfTheCallCompletesTheFuture() throws IOException {
        try (FaultServer server = new FaultServer(c -> c.write("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"));
                AsyncCalls calls = calls(server, AsyncThreads.SHARED)) {
            assertThat(failure(calls.start(TestOperation.get(), "s", null)))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            e -> assertThat(e.statusCode()).isEqualTo(404));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "complete", "completeExceptionally", "orTimeout"})
    void whoeverEndsTheFutureInterruptsTheCall(String way) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch returned = new CountDownLatch(1);
        boolean[] flag = {true};
        Executor executor = work -> AsyncThreads.SHARED.execute(() -> {
            work.run();
            flag[0] = Thread.currentThread().isInterrupted();
            returned.countDown();
        });
        Consumer<CompletableFuture<?>> end = switch (way) {
            case "cancel" -> future -> future.cancel(true);
            case "complete" -> future -> future.complete(null);
            case "completeExceptionally" -> future -> future.completeExceptionally(new IOException("enough"));
            default -> future -> future.orTimeout(1, TimeUnit.MILLISECONDS);
        };
        try (FaultServer server = new FaultServer(c -> {
                    reached.countDown();
                    c.stall();
                });
                AsyncCalls calls = calls(server, executor)) {
            CompletableFuture<?> future = calls.start(TestOperation.get(), "s", null);
            reached.await();
            end.accept(future);
            // Without an interrupt the call would stall for as long as an attempt may take: a minute.
            assertThat(returned.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(flag[0]).as("the executor's thread is still interrupted").isFalse();
            assertThat(future.isDone()).isTrue();
            assertThat(future.isCancelled()).isEqualTo(way.equals("cancel"));
            if (way.equals("orTimeout")) {
                assertThat(failure(future)).isInstanceOf(TimeoutException.class);
            }
        }
    }

    @Test
    void aCallThatIsCancelledBeforeItsStartNeverRuns() throws IOException {
        Deque<Runnable> waiting = new ArrayDeque<>();
        try (FaultServer server = new FaultServer(c -> c.write(RESPONSE));
                AsyncCalls calls = calls(server, waiting::add)) {
            CompletableFuture<?> future = calls.start(TestOperation.get(), "s", null);
            assertThat(future.cancel(false)).isTrue();
            waiting.remove().run();
            assertThat(server.requests).hasValue(0);
        }
    }

    @Test
    void cancellingWithoutInterruptingLetsTheCallEnd() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch responded = new CountDownLatch(1);
        Executor executor = work -> AsyncThreads.SHARED.execute(() -> {
            work.run();
            responded.countDown();
        });
        boolean[] flag = new boolean[1];
        try (FaultServer server = new FaultServer(c -> {
                    reached.countDown();
                    try {
                        cancelled.await();
                    } catch (InterruptedException e) {
                        flag[0] = true;
                    }
                    c.write(RESPONSE);
                });
                AsyncCalls calls = calls(server, executor)) {
            CompletableFuture<?> future = calls.start(TestOperation.get(), "s", null);
            reached.await();
            assertThat(future.cancel(false)).isTrue();
            cancelled.countDown();
            responded.await();
            assertThat(future.isCancelled()).isTrue();
            assertThat(flag[0]).isFalse();
        }
    }

    @Test
    void callsOfAClosedClientFail() throws IOException {
        try (FaultServer server = new FaultServer(c -> c.write(RESPONSE))) {
            AsyncCalls calls = calls(server, AsyncThreads.SHARED);
            calls.close();
            assertThat(failure(calls.start(TestOperation.get(), "s", null))).isInstanceOf(ClientClosedException.class);
        }
    }
}
