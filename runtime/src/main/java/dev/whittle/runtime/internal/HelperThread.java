package dev.whittle.runtime.internal;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs what may block, so that a call can stop waiting for it. A daemon thread that has nothing to do waits a second for
 * more work, and ends ten seconds after its start, so that it does not keep what such work left in thread locals.
 */
public final class HelperThread implements Runnable {
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final long IDLE_NANOS = 1_000_000_000L;

    private static final SynchronousQueue<Runnable> IDLE = new SynchronousQueue<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private @Nullable Runnable next;

    private HelperThread(Runnable first) {
        this.next = first;
    }

    /**
     * Runs work on a thread that inherits nothing from the caller. Only while the work goes on, the thread has the
     * caller's context class loader, because providers look for classes there.
     *
     * @param work must not throw
     */
    public static void run(Runnable work) {
        Runnable task = new Task(work, Thread.currentThread().getContextClassLoader());
        if (!IDLE.offer(task)) {
            String name = "whittle-helper-".concat(Integer.toString(COUNT.incrementAndGet()));
            DaemonThreads.make(new HelperThread(task), name).start();
        }
    }

    @Override
    public void run() {
        long end = System.nanoTime() + MOST_NANOS;
        Runnable task = next;
        next = null;
        while (task != null) {
            task.run();
            // Not kept while the thread waits.
            task = null;
            // An interrupt that was meant for the work.
            Thread.interrupted();
            long left = Math.min(end - System.nanoTime(), IDLE_NANOS);
            try {
                task = left <= 0 ? null : IDLE.poll(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // An interrupt that came too late for the work; the thread is not needed.
                return;
            }
        }
    }

    private static final class Task implements Runnable {
        private final Runnable work;
        private final @Nullable ClassLoader loader;

        Task(Runnable work, @Nullable ClassLoader loader) {
            this.work = work;
            this.loader = loader;
        }

        @Override
        public void run() {
            Thread thread = Thread.currentThread();
            thread.setContextClassLoader(loader);
            try {
                work.run();
            } finally {
                thread.setContextClassLoader(null);
            }
        }
    }
}
