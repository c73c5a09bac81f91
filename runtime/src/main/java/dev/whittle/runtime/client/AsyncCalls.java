package dev.whittle.runtime.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** What every call of an asynchronous client runs through: the pipeline of the client, on a thread of an executor. */
public final class AsyncCalls implements AutoCloseable {
    private final CallPipeline pipeline;
    private final Executor executor;

    AsyncCalls(CallPipeline pipeline, Executor executor) {
        this.pipeline = pipeline;
        this.executor = executor;
    }

    /**
     * Starts one call.
     *
     * @param options what this call does differently; null for nothing
     * @return a future of the output, or of the exception that {@link CallPipeline#call} throws. Cancelling it with
     *     {@code cancel(true)}, or completing it in another way, interrupts the call; one that has not started never
     *     does. Where the client's executor takes no more, the future has its {@link RejectedExecutionException}
     */
    public <I, O> CompletableFuture<O> start(Operation<I, O> operation, I input, @Nullable RequestOptions options) {
        PendingCall<I, O> call = new PendingCall<>(pipeline, operation, input, options);
        try {
            executor.execute(call);
        } catch (RejectedExecutionException e) {
            call.completeExceptionally(e);
        }
        return call;
    }

    /** The same as {@link CallPipeline#toString}, of the asynchronous client. */
    @Override
    public String toString() {
        return pipeline.describe("AsyncClient");
    }

    /** What signs requests for others to send, with the settings of this client. */
    public Presigning presigning() {
        return pipeline.presigning();
    }

    /**
     * Ends the client: later calls fail, as do those that have not started or wait for another attempt, and those that are
     * under way on the client's own transport. The executor is left as it is.
     */
    @Override
    public void close() {
        pipeline.close();
    }
}
