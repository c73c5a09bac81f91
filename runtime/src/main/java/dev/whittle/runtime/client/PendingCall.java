package dev.whittle.runtime.client;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call and the future of its output. Whoever completes the future from outside interrupts the call. */
final class PendingCall<I, O> extends CompletableFuture<O> implements Runnable {
    private CallPipeline pipeline;
    private final Operation<I, O> operation;
    private I input;
    private @Nullable RequestOptions options;

    /** Guards what follows; the future itself is in everybody's hands. */
    private final Object lock = new Object();

    private @Nullable Thread runner;
    private boolean isInterrupted;

    PendingCall(CallPipeline pipeline, Operation<I, O> operation, I input, @Nullable RequestOptions options) {
        this.pipeline = pipeline;
        this.operation = operation;
        this.input = input;
        this.options = options;
    }

    @Override
    public void run() {
        CallPipeline through = pipeline;
        I sent = input;
        RequestOptions with = options;
        release();
        synchronized (lock) {
            if (isDone()) {
                return;
            }
            runner = Thread.currentThread();
        }
        O output;
        try {
            output = through.call(operation, sent, with);
        } catch (Throwable e) {
            end();
            super.completeExceptionally(e);
            return;
        }
        end();
        if (!super.complete(output)) {
            CallPipeline.abandon(output);
        }
    }

    /** A future may be kept for long; what only the call needs goes with the call. */
    @SuppressWarnings("NullAway")
    private void release() {
        pipeline = null;
        input = null;
        options = null;
    }

    /** From here on nobody interrupts the thread, and what the thread does next is not interrupted for this call. */
    private void end() {
        synchronized (lock) {
            runner = null;
            if (isInterrupted) {
                Thread.interrupted();
            }
        }
    }

    private boolean interruptIf(boolean completed) {
        if (completed) {
            synchronized (lock) {
                if (runner != null) {
                    isInterrupted = true;
                    runner.interrupt();
                }
            }
        }
        return completed;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean wasDone = isDone();
        boolean isCancelled = super.cancel(mayInterruptIfRunning);
        interruptIf(mayInterruptIfRunning && isCancelled && !wasDone);
        return isCancelled;
    }

    @Override
    public boolean complete(O value) {
        return interruptIf(super.complete(value));
    }

    /** Also what {@link #orTimeout} calls. */
    @Override
    public boolean completeExceptionally(Throwable e) {
        return interruptIf(super.completeExceptionally(e));
    }
}
