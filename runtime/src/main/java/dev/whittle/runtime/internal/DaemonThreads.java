package dev.whittle.runtime.internal;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes threads that outlive the call that starts them. Such a thread serves callers of any application in the process,
 * so it keeps nothing of the first one: no class loader, no inheritable thread locals, no thread group, and no protection
 * domains, which also refer to class loaders.
 */
public final class DaemonThreads implements PrivilegedAction<Thread> {
    private final Runnable work;
    private final String name;

    private DaemonThreads(Runnable work, String name) {
        this.work = work;
        this.name = name;
    }

    /** A daemon thread that is not started yet. */
    // Up to JDK 23, a thread keeps the domains of all callers unless it is made in a privileged action.
    @SuppressWarnings("removal")
    public static Thread make(Runnable work, String name) {
        return AccessController.doPrivileged(new DaemonThreads(work, name));
    }

    @Override
    public Thread run() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && group.getParent() != null) {
            group = group.getParent();
        }
        Thread thread = new Thread(group, work, name, 0, false);
        thread.setContextClassLoader(null);
        thread.setDaemon(true);
        return thread;
    }
}
