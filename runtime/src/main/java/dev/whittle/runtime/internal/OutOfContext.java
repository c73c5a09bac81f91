package dev.whittle.runtime.internal;

import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/** Lets the JDK start threads that hold on to no application, neither by its class loader nor by its code. */
public final class OutOfContext {
    private OutOfContext() {}

    /** Runs an action without the caller's context class loader, which new threads would inherit. */
    @SuppressWarnings("removal")
    public static <T extends @Nullable Object> T run(PrivilegedAction<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            return AccessController.doPrivileged(action);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
