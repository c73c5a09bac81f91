package dev.whittle.runtime.stream;

import java.util.Objects;

/** A source of events that are at hand. */
final class IterableSource<E> implements EventSource<E> {
    private final Iterable<? extends E> events;

    IterableSource(Iterable<? extends E> events) {
        this.events = events;
    }

    @Override
    public void send(EventSink<E> sink) {
        for (E event : events) {
            sink.send(Objects.requireNonNull(event, "an event must not be null"));
        }
    }
}
