package dev.whittle.bedrockagentcore.browser;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stops sessions when the process exits: one shutdown hook for all of them, registered with the first. */
final class ExitHook {
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
            throw exiting("no browser session was started", null);
        }
        ENDS.add(end);
    }

    /** Whether sessions are being stopped because the process exits. */
    static synchronized boolean isExiting() {
        return isExiting;
    }

    /** The failure of a start that the exit of the process prevents or ends. */
    static BrowserException exiting(String consequence, @Nullable Throwable cause) {
        return new BrowserException("the process is exiting: " + consequence, cause);
    }

    static synchronized void remove(SessionEnd end) {
        ENDS.remove(end);
    }

    private static synchronized List<SessionEnd> exit() {
        isExiting = true;
        return new ArrayList<>(ENDS);
    }

    private static void run() {
        long deadline = System.nanoTime() + SessionEnd.LIMIT.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (SessionEnd end : exit()) {
            Thread thread = new Thread(() -> close(end), "browser-sessions-exit");
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

    private static void close(SessionEnd end) {
        try {
            end.close();
        } catch (RuntimeException e) {
            System.getLogger("dev.whittle.bedrockagentcore.browser")
                    .log(Level.WARNING, "Could not stop " + end + " at exit; it runs until its timeout", e);
        }
    }
}
