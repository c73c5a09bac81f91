package dev.whittle.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads, where the JVM has them: from Java 21 on. The only class that looks a method up by its name, since the
 * method is not there to be compiled against on Java 17. Only asynchronous clients and two-way streams load it.
 */
public final class VirtualThreads {
    /** What runs each task on a virtual thread of its own; null where there are none. */
    public static final @Nullable Executor SHARED = find();

    private VirtualThreads() {}

    private static @Nullable Executor find() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invokeExact();
        } catch (Throwable e) {
            // Not there (17), not switched on (19 and 20), or not in a native image: other threads do as well.
            return null;
        }
    }
}
