package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends what has reached its deadline, which a blocking socket does not notice by itself. One daemon thread sleeps until
 * the earliest deadline of all pools of the process. It is started with the first connection, and ends some time after
 * the last one is closed.
 */
final class Watchdog implements Runnable {
    /** The only one, because clients have no use for a thread each. */
    static final Watchdog SHARED = new Watchdog();

    /** What {@link Watched#look} returns if there is no deadline. */
    static final long NEVER = Long.MAX_VALUE;

    /** The longest sleep: a later deadline is found when the thread looks again, and so is a pool that has become empty. */
    private static final long FAR = 5_000_000_000L;

    /** How long the thread waits for something to watch. */
    private static final long LINGER = 2_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();

    /** Guarded by the lock. */
    private final List<Watched> watched = new ArrayList<>();

    private @Nullable Thread thread;

    /** When the thread looks again, as {@link System#nanoTime} counts; written under the lock. */
    private volatile long next;

    private Watchdog() {}

    /** What has deadlines. */
    interface Watched {
        /** Ends what is due. Returns the earliest deadline that is left, or {@link #NEVER}. */
        long look(long now);

        /** Whether nothing is left that could have a deadline; it is watched no more then. */
        boolean isDone();
    }

    /** Watches from now on, until {@link Watched#isDone}. */
    void watch(Watched added) {
        lock.lock();
        try {
            if (!watched.contains(added)) {
                watched.add(added);
            }
            if (thread == null) {
                Thread started = DaemonThreads.make(this, "whittle-watchdog");
                next = System.nanoTime() + FAR;
                started.start();
                thread = started;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes sure that the thread looks at this time, or before; costs next to nothing if it does. */
    void by(long deadline) {
        if (deadline - next < 0) {
            lock.lock();
            try {
                lookAt(deadline);
            } finally {
                lock.unlock();
            }
        }
    }

    private void lookAt(long deadline) {
        if (deadline - next < 0) {
            next = deadline;
            earlier.signal();
        }
    }

    @Override
    public void run() {
        boolean goesOn = true;
        try {
            do {
                goesOn = look();
            } while (goesOn);
        } finally {
            // Another is started for the next connection, should this one end by an error.
            if (goesOn) {
                lock.lock();
                try {
                    thread = null;
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /** Looks once and sleeps; false to end the thread. */
    private boolean look() {
        List<Watched> all;
        lock.lock();
        try {
            // From here on, a deadline that is set while the thread looks makes it look again.
            next = System.nanoTime() + FAR;
            all = new ArrayList<>(watched);
        } finally {
            lock.unlock();
        }
        long earliest = System.nanoTime() + FAR;
        for (Watched each : all) {
            long deadline = look(each);
            if (deadline != NEVER && deadline - earliest < 0) {
                earliest = deadline;
            }
        }
        lock.lock();
        try {
            lookAt(earliest);
            forgetDone();
            if (!watched.isEmpty()) {
                sleep(0);
                return true;
            }
            sleep(LINGER);
            forgetDone();
            if (watched.isEmpty()) {
                thread = null;
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What one pool throws must not end the deadlines of others. */
    private static long look(Watched each) {
        long now = System.nanoTime();
        try {
            return each.look(now);
        } catch (RuntimeException e) {
            return now + 100_000_000;
        }
    }

    private void forgetDone() {
        for (int i = watched.size() - 1; i >= 0; i--) {
            if (watched.get(i).isDone()) {
                watched.remove(i);
            }
        }
    }

    /** Sleeps until the next deadline, at most for this time unless it is 0. */
    private void sleep(long atMost) {
        long end = System.nanoTime() + atMost;
        try {
            while (true) {
                long now = System.nanoTime();
                long left = next - now;
                if (atMost != 0) {
                    left = Math.min(left, end - now);
                }
                if (left <= 0) {
                    return;
                }
                earlier.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // No caller owns the thread, so the interrupt is ignored.
            return;
        }
    }
}
