package dev.whittle.runtime.stream;

import java.util.Iterator;

/** The loop over a stream. */
final class EventIterator<E> implements Iterator<E> {
    private final EventStream<E> stream;

    EventIterator(EventStream<E> stream) {
        this.stream = stream;
    }

    @Override
    public boolean hasNext() {
        return stream.hasNext();
    }

    @Override
    public E next() {
        return stream.next();
    }
}
