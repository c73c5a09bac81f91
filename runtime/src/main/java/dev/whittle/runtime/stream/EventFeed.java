package dev.whittle.runtime.stream;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Where the events of a stream come from. One thread reads at a time; any thread may close. */
abstract class EventFeed<E> {
    /**
     * The next event; null at the end.
     *
     * @throws RuntimeException what the reader of the events is to get; the feed is not used again then
     */
    abstract @Nullable E next();

    /** Releases what the events come from, and a thread that waits for them. Called once; throws nothing. */
    abstract void close();

    /** Runs what feeds a subscriber. */
    abstract Executor executor();
}
