package dev.whittle.runtime.stream;

/**
 * Takes the events of a request. Several threads can use it; each event is sent as a whole, in the order of the calls.
 *
 * @param <E> the type of the events
 */
public interface EventSink<E> {
    /**
     * Sends an event. Blocks while the service reads more slowly than events are sent.
     *
     * @throws java.io.UncheckedIOException if the connection is lost, or the service reads no more
     * @throws IllegalArgumentException if the event cannot be written
     * @throws IllegalStateException if {@link EventSource#send} has returned before
     */
    void send(E event);
}
