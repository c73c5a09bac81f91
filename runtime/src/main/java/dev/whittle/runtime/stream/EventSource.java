package dev.whittle.runtime.stream;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * The events of a request. The client runs it on a separate thread, at most once, while it receives the response; when
 * {@link #send} returns, the request is complete.
 *
 * @param <E> the type of the events
 */
@FunctionalInterface
public interface EventSource<E> {
    /**
     * Sends all events. An exception ends the call.
     *
     * @param sink takes the events; not to be used after this method has returned
     * @throws IOException if the events cannot be produced or sent
     * @throws InterruptedException if the thread is interrupted, which happens when the call ends early
     */
    void send(EventSink<E> sink) throws IOException, InterruptedException;

    /** A source of these events, in the order of their iterator, none of which may be null. */
    static <E> EventSource<E> of(Iterable<? extends E> events) {
        return new IterableSource<>(Objects.requireNonNull(events, "events must not be null"));
    }

    /**
     * A source of what a publisher publishes. It requests one event at a time, the next one after the last was sent; it
     * cancels its subscription if the call ends first. An error of the publisher ends the call.
     */
    static <E> EventSource<E> of(Flow.Publisher<? extends E> events) {
        return new PublisherSource<>(Objects.requireNonNull(events, "events must not be null"));
    }
}
