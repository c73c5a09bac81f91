package dev.whittle.runtime.stream;

import dev.whittle.runtime.internal.HelperThread;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Events that are at hand. */
final class ListFeed<E> extends EventFeed<E> implements Executor {
    private final Iterator<? extends E> events;

    ListFeed(List<? extends E> events) {
        this.events = events.iterator();
    }

    @Override
    @Nullable
    E next() {
        return events.hasNext() ? events.next() : null;
    }

    @Override
    void close() {
        // Nothing is held.
    }

    @Override
    Executor executor() {
        return this;
    }

    @Override
    public void execute(Runnable work) {
        HelperThread.run(work);
    }
}
