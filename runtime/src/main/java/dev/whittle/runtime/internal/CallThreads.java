package dev.whittle.runtime.internal;

import java.util.concurrent.Executor;

/** Starts threads that live as long as a call: virtual ones where the JVM has them, else daemon threads. */
public final class CallThreads {
    private CallThreads() {}

    /**
     * Runs work on a new thread with the caller's context class loader, because the work may be the application's.
     *
     * @param name the name of the thread, if it is not a virtual one
     */
    public static void start(Runnable work, String name) {
        Executor virtual = VirtualThreads.SHARED;
        if (virtual != null) {
            virtual.execute(work);
            return;
        }
        Thread thread = DaemonThreads.make(work, name);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
    }
}
