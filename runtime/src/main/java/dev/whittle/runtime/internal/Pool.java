package dev.whittle.runtime.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few objects that are costly to make, for threads to borrow. Unlike a thread-local it holds no more of them
 * with a million virtual threads than with one, and never waits: who finds its place empty makes a new object, who
 * finds it taken drops the old one.
 */
public final class Pool<T> {
    private static final int PLACES = 16;

    private final AtomicReference<@Nullable T>[] places;

    /** Makes an empty pool. */
    // An array of a parameterised type can be had in no other way.
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Pool() {
        places = new AtomicReference[PLACES];
        for (int i = 0; i < PLACES; i++) {
            places[i] = new AtomicReference<>();
        }
    }

    /** An object that was given back; null when there is none for this thread. */
    public @Nullable T take() {
        return place().getAndSet(null);
    }

    /** Gives an object back. */
    public void give(T object) {
        place().lazySet(object);
    }

    private AtomicReference<@Nullable T> place() {
        return places[(int) Thread.currentThread().getId() & PLACES - 1];
    }
}
