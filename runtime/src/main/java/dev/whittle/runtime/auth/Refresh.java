package dev.whittle.runtime.auth;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One attempt to get newer credentials, whose outcome the callers share that wait for it. */
final class Refresh implements Runnable {
    private final CachedCredentials cache;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isForAll;

    /** Written before the end, read after it. */
    private @Nullable Credentials result;

    private @Nullable Throwable failure;
    private @Nullable SharedFailure shared;

    Refresh(CachedCredentials cache) {
        this.cache = cache;
    }

    /** Asks the source on a thread that belongs to no caller and is not interrupted. */
    @Override
    public void run() {
        isForAll = true;
        cache.refresh(this);
    }

    void succeeded(Credentials found) {
        result = found;
    }

    /**
     * Notes a failure.
     *
     * @param isOfCaller whether it concerns the asking thread only, so that those who wait have to ask themselves
     */
    void failed(Throwable thrown, boolean isOfCaller) {
        failure = thrown;
        if (isForAll || !isOfCaller) {
            // Now, because the call that asked may write its attempts into the exception.
            shared = new SharedFailure(thrown);
        }
    }

    void end() {
        ended.countDown();
    }

    /** Waits for the end. */
    void await() throws InterruptedException {
        ended.await();
    }

    /** Waits for the end; false when the time is up before. */
    boolean await(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The outcome for the thread that asked. */
    Credentials own() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        Credentials found = shared();
        if (found == null) {
            throw new IllegalStateException("a refresh has no outcome", failure);
        }
        return found;
    }

    /** The outcome for a thread that waited, with an exception of its own; null when it has to ask itself. */
    @Nullable
    Credentials shared() {
        if (shared != null) {
            throw shared.copy();
        }
        return result;
    }
}
