package dev.whittle.runtime.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/**
 * Closes forgotten resources when the garbage collector finds them, and logs where they were opened, as a warning of the
 * logger {@code dev.whittle.runtime}.
 */
public final class Leaks {
    private static final Cleaner CLEANER = Cleaner.create();

    private Leaks() {}

    /**
     * Watches an object.
     *
     * @param owner the object; it counts as forgotten when nothing refers to it
     * @param resource what to close then; it must not refer to the owner
     * @param operation the operation's name, for the warning
     */
    public static Entry watch(Object owner, AutoCloseable resource, String operation) {
        Entry entry = new Entry(resource, operation);
        entry.watched = CLEANER.register(owner, entry);
        return entry;
    }

    /** One object that is watched. */
    public static final class Entry implements Runnable {
        private final AutoCloseable resource;
        private final String operation;
        private final Throwable opened;
        private volatile boolean ended;
        private Cleaner.@Nullable Cleanable watched;

        private Entry(AutoCloseable resource, String operation) {
            this.resource = resource;
            this.operation = operation;
            this.opened = new Throwable("the call that opened it");
        }

        /** Called when the object is no longer in need of closing. */
        public void end() {
            if (!ended) {
                ended = true;
                if (watched != null) {
                    watched.clean();
                }
            }
        }

        /** Called when the object is forgotten, or by {@link #end}. */
        @Override
        public void run() {
            if (ended) {
                return;
            }
            Logger logger = System.getLogger("dev.whittle.runtime");
            logger.log(
                    Level.WARNING,
                    operation + ": closing a forgotten response; close each response, for example with try (...)",
                    opened);
            try {
                resource.close();
            } catch (Exception e) {
                logger.log(Level.DEBUG, "a forgotten response cannot be closed", e);
            }
        }
    }
}
