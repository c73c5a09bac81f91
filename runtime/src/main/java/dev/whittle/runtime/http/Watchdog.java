package dev.whittle.runtime.http;

import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges that take too long or whose callers were interrupted, which a blocking socket does not notice by
 * itself. One daemon thread looks at all of the process's exchanges every few milliseconds: waking it for each of them
 * would cost more than its looking. While it finds nothing to watch it looks less often, and is woken for what ends before
 * it looks again. It is started when there is something to watch, and ends some time after.
 */
final class Watchdog implements Runnable {
    /** The only one, because a thread for each client would be one too many. */
    static final Watchdog SHARED = new Watchdog();

    private static final long TICK_MILLIS = 20;
    private static final long REST_MILLIS = 100;
    private static final int RESTS = 20;

    /** The ends of a list through the watches themselves, so that watching allocates nothing. */
    private @Nullable Watch first;

    private @Nullable Thread thread;
    private boolean resting;

    private Watchdog() {}

    synchronized void watch(Watch watch) {
        Watch next = first;
        watch.next = next;
        if (next != null) {
            next.previous = watch;
        }
        first = watch;
        Thread looking = thread;
        if (looking == null) {
            looking = new Thread(this, "whittle-watchdog");
            looking.setDaemon(true);
            looking.start();
            thread = looking;
        } else if (resting && watch.isOverdue(System.nanoTime() + REST_MILLIS * 1_000_000)) {
            looking.interrupt();
        }
    }

    synchronized void unwatch(Watch watch) {
        Watch previous = watch.previous;
        Watch next = watch.next;
        if (previous != null) {
            previous.next = next;
        } else if (first == watch) {
            first = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        watch.previous = null;
        watch.next = null;
    }

    @Override
    public void run() {
        int rests = 0;
        while (rests < RESTS || !stopIfIdle()) {
            try {
                Thread.sleep(rests == 0 ? TICK_MILLIS : REST_MILLIS);
            } catch (InterruptedException e) {
                // Something came that will not wait for the end of the rest.
                rests = 0;
                continue;
            }
            rests = look() ? 0 : rests + 1;
        }
    }

    /** Aborts what is to be aborted, outside the lock because closing may take a moment; false when there is nothing. */
    private boolean look() {
        while (true) {
            Watch due = null;
            synchronized (this) {
                resting = first == null;
                if (resting) {
                    return false;
                }
                long now = System.nanoTime();
                for (Watch watch = first; watch != null && due == null; watch = watch.next) {
                    due = watch.isDue(now) ? watch : null;
                }
                if (due == null) {
                    return true;
                }
                unwatch(due);
            }
            abort(due);
        }
    }

    /** The JDK falls over a null of its own where the caller leaves at this very moment; all others need this thread. */
    private static void abort(Watch due) {
        try {
            due.abort();
        } catch (RuntimeException e) {
            // The connection is closed, and its caller has the failure.
            return;
        }
    }

    private synchronized boolean stopIfIdle() {
        if (first == null) {
            thread = null;
        }
        return first == null;
    }

    /** One thing to watch: an exchange on the thread that made this object. */
    abstract static class Watch {
        private final Thread caller = Thread.currentThread();
        private @Nullable Watch previous;
        private @Nullable Watch next;

        /** Whether the time is up or the caller interrupted. */
        private boolean isDue(long now) {
            return isOverdue(now) || caller.isInterrupted();
        }

        /** Whether the time is up. */
        abstract boolean isOverdue(long now);

        /** Ends the exchange so that its thread comes back. */
        abstract void abort();
    }
}
