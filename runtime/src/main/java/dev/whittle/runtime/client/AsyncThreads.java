package dev.whittle.runtime.client;

import dev.whittle.runtime.internal.DaemonThreads;
import dev.whittle.runtime.internal.VirtualThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of asynchronous clients that are given no executor: virtual ones, or else daemon threads, as many as there
 * are calls, kept for the next for 10 seconds.
 */
final class AsyncThreads implements ThreadFactory {
    /** The only ones, because clients have no use for idle threads of their own. */
    static final Executor SHARED = shared();

    private final AtomicInteger count = new AtomicInteger();

    private AsyncThreads() {}

    private static Executor shared() {
        @Nullable Executor virtual = VirtualThreads.SHARED;
        return virtual == null ? pool() : virtual;
    }

    /** Daemon threads. */
    static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), new AsyncThreads());
    }

    @Override
    public Thread newThread(Runnable work) {
        return DaemonThreads.make(work, "whittle-async-".concat(Integer.toString(count.incrementAndGet())));
    }
}
