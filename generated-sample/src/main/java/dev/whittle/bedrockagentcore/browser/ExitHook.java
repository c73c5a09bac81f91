package dev.whittle.bedrockagentcore.browser;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Stops sessions when the process exits: one shutdown hook for all of them, registered with the first. */
final class ExitHook {
    private static final int THREADS = 8;
    private static final Set<SessionEnd> ENDS = new LinkedHashSet<>();
    private static boolean isRegistered;
    private static boolean isExiting;

    private ExitHook() {}

    /** @throws BrowserException if the process exits already */
    static synchronized void add(SessionEnd end) {
        if (!isRegistered && !isExiting) {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(ExitHook::run, "browser-sessions-exit"));
                isRegistered = true;
            } catch (IllegalStateException e) {
                isExiting = true;
            }
        }
        if (isExiting) {
            throw new BrowserException("the process is exiting: no browser session was started");
        }
        ENDS.add(end);
    }

    static synchronized void remove(SessionEnd end) {
        ENDS.remove(end);
    }

    private static synchronized Queue<SessionEnd> exit() {
        isExiting = true;
        return new ConcurrentLinkedQueue<>(ENDS);
    }

    private static void run() {
        Queue<SessionEnd> ends = exit();
        long deadline = System.nanoTime() + SessionEnd.LIMIT.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = Math.min(THREADS, ends.size()); i > 0; i--) {
            Thread thread = new Thread(() -> endAll(ends), "browser-sessions-exit-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            // The process ends now.
            Thread.currentThread().interrupt();
        }
    }

    private static void endAll(Queue<SessionEnd> ends) {
        for (SessionEnd end = ends.poll(); end != null; end = ends.poll()) {
            try {
                end.close();
            } catch (RuntimeException e) {
                System.getLogger("dev.whittle.bedrockagentcore.browser")
                        .log(Level.WARNING, "Could not stop " + end + " at exit; it runs until its timeout", e);
            }
        }
    }
}
